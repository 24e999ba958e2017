import { beforeAll, describe, expect, it } from 'vitest';
import { composeLanguage, type LanguageResources } from '../../../src/app/compose-models.ts';
import type { Article, Language } from '../../../src/core/article.ts';
import type { SearchIndex } from '../../../src/core/search-index.ts';
import { buildMemoryIndex } from '../../../src/index/memory-index.ts';
import { chunkArticle } from '../../../src/ingest/chunk-article.ts';
import { createBuiltInEmbedder } from '../../../src/models/built-in/embedder.ts';

let language: LanguageResources;
beforeAll(async () => {
  language = await composeLanguage({ dictionaryPath: null });
});

const articleOf = (fields: { language: Language; title: string; body: string }): Article => ({
  ...fields,
  id: fields.title,
  outlet: { name: 'Sample', zh: 'Sample', en: 'Sample' },
  publishedAt: '2025-05-30',
  url: null,
  truncated: false,
  origin: { path: 'sample.txt', position: 0 },
  copyOf: null,
});

async function indexOf(articles: readonly Article[]): Promise<SearchIndex> {
  const { analyzer, vectors, passageAnalyzer } = language;
  return await buildMemoryIndex({
    articles,
    chunks: articles.flatMap((article) => chunkArticle(article, { size: 80, overlap: 1 })),
    embedder: createBuiltInEmbedder({
      vectors,
      tokenize: (text) => analyzer.tokens(text),
      tokenizerFingerprint: analyzer.fingerprint,
    }),
    analyzer: passageAnalyzer,
  });
}

describe('an article that is read once', () => {
  it('is found by its title in both languages', async () => {
    const article = articleOf({ language: 'zh', title: '国防部长会议', body: '会议开始。' });
    const index = await indexOf([article]);
    expect(index.chunksHolding('title', '国防部长')).toEqual([0]);
    expect(index.chunksHolding('title', 'defens')).toEqual([0]);
  });

  it('is found by the day that 次日 means, in the chunk that says it', async () => {
    const article = articleOf({
      language: 'zh',
      title: '展会',
      body: '5月12日,第三届机器人展会在重庆开幕,来自二十个国家的企业参加了展会的开幕式和论坛。次日,王强宣布了新机器人项目。',
    });
    const index = await indexOf([article]);
    const held = index.chunksHolding('words', 'date:5-13');
    expect(held.map((chunk) => index.chunks[chunk]?.text)).toEqual([
      expect.stringContaining('次日'),
    ]);
  });

  it('has in each chunk the terms and the vector of the words that the chunk holds', async () => {
    const bodies = [
      articleOf({
        language: 'en',
        title: 'Visit',
        body: 'Dong Jun met Andrei Belousov in Qingdao on June 26. They spoke for two hours about 2,400 projects. A statement followed the meeting of the ministers.',
      }),
      articleOf({
        language: 'zh',
        title: '会见',
        body: '董军6月26日在青岛会见了俄罗斯国防部长别洛乌索夫。双方就两千四百个项目交谈了两个小时，会谈结束后发表了一份声明，'.repeat(
          3,
        ),
      }),
    ];
    const index = await indexOf(bodies);
    expect(index.chunks.length).toBeGreaterThan(4);
    for (const [number, chunk] of index.chunks.entries()) {
      const article = index.articleOf(number);
      const [nearest] = index.searchVectors(vectorOf(`${article.title}\n${chunk.text}`), {
        limit: 1,
      });
      expect(nearest?.score).toBeGreaterThan(0.99);
      for (const { normal, stop } of language.analyzer.tokens(chunk.text)) {
        if (!stop) expect(index.chunksHolding('words', normal), normal).toContain(number);
        if (stop || index.wordNumber(normal) < 0) continue;
        const words = index.sentenceWordsOf(number).flatMap((sentence) => [...sentence]);
        expect(words, normal).toContain(index.wordNumber(normal));
      }
    }
  });
});

function vectorOf(text: string): number[] {
  const { analyzer, vectors } = language;
  const embedder = createBuiltInEmbedder({
    vectors,
    tokenize: (words) => analyzer.tokens(words),
    tokenizerFingerprint: '',
  });
  return embedder.embedWords(analyzer.tokens(text), text);
}
