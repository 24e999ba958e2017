import { RunnableLambda } from '@langchain/core/runnables';
import { expect, it } from 'vitest';
import { detectLanguage } from '../../src/language/characters/language.ts';
import { PassageRetriever } from '../../src/search/langchain-retriever.ts';
import { openSeeds, TODAY } from './seed-collection.ts';

it('drops into a LangChain chain and keeps exact offsets', async () => {
  const { retriever, index } = await openSeeds();
  const langchain = new PassageRetriever({
    retriever,
    detectLanguage,
    today: () => TODAY,
    limit: 3,
  });
  const documents = await langchain.invoke('谁主持了上合组织国防部长会议？');
  expect(documents).toHaveLength(3);
  for (const { pageContent, metadata } of documents) {
    const body = index.article(metadata.articleId)?.body;
    expect(body?.slice(metadata.start, metadata.end)).toBe(pageContent);
  }
  const chain = langchain.pipe(
    RunnableLambda.from((found: typeof documents) => found.map(({ metadata }) => metadata.source)),
  );
  expect(await chain.invoke('民间友好论坛')).toContain('Liao Ning Ri Bao');
});
