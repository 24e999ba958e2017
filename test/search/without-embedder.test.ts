import { describe, expect, it } from 'vitest';
import { YinzhengError } from '../../src/core/errors.ts';
import { createHybridRetriever } from '../../src/search/retrieve.ts';
import { openSeeds, query } from './seed-collection.ts';

describe('a question that cannot be embedded', () => {
  it.each([
    '谁主持了上合组织国防部长会议？',
    "What did Pakistan's defence minister say about NATO?",
  ])('is searched by its words: %s', async (question) => {
    const { index, language, retriever } = await openSeeds();
    const { analyzer, readQuestion } = language;
    const byWords = createHybridRetriever({
      index: () => index,
      analyzer,
      readQuestion,
      embedder: {
        embedQuery: () => Promise.reject(new YinzhengError('embedding-failed', 'It is down.')),
      },
    });
    const found = await byWords.retrieve(query(question));
    expect(found.byWordsOnly).toBe(true);
    const usual = await retriever.retrieve(query(question));
    expect(usual.byWordsOnly).toBeUndefined();
    expect(found.passages[0]?.article.id).toBe(usual.passages[0]?.article.id);
  });
});
