import { beforeAll, describe, expect, it } from 'vitest';
import {
  ABLATED_SETTINGS,
  RANKING_RULES,
  type RankingRuleName,
} from '../../../lab/ablation/ablated-settings.ts';
import { composeLanguage, type LanguageResources } from '../../../src/app/compose-models.ts';
import type { Article } from '../../../src/core/article.ts';
import { ingestPaths } from '../../../src/ingest/ingest.ts';
import type { RankingSettings } from '../../../src/search/ranking-settings.ts';
import { article, openArticles, query } from '../../search/seed-collection.ts';

let language: LanguageResources;
let seeds: readonly Article[];
beforeAll(async () => {
  language = await composeLanguage({ dictionaryPath: null });
  ({ articles: seeds } = await ingestPaths(['seeds']));
});

const GENERAL = [
  '青岛国防部长会议由谁主持？',
  'Which projects were shown at the youth innovation competition?',
];

/** Questions whose ranking a rule changes. An English word is its own only translation. */
const CONCERNED: Readonly<Record<RankingRuleName, readonly string[]>> = {
  'title list': GENERAL,
  'words list': GENERAL,
  'concepts list': GENERAL,
  'names list': ['董军会见了谁？', 'Whom did Dong Jun meet?'],
  'vectors list': GENERAL,
  coverage: GENERAL,
  'phrase match': GENERAL.slice(1),
  'answer form': [
    '青年创新创业大赛有多少个项目？',
    'How many projects were in the youth competition?',
  ],
  'meaning match': GENERAL,
  'meaning match in the article': GENERAL,
  'reranking (all of it)': GENERAL,
  'language balance': ['市民参观博物馆的陶器展览了吗？', 'Which museum was flooded?'],
  'translations as one word': GENERAL.slice(0, 1),
  'form words': ['国防部长会议的时间', 'the date of the youth innovation competition'],
};

/** The seeds, and so many more in both languages that lists of both together leave some out. */
function collection(): Article[] {
  const more = Array.from({ length: 30 }, (_, i) => [
    article({ id: `zh-${i}`, body: `第${i}号博物馆举办展览，市民前来参观博物馆的陶器。` }),
    article({
      id: `en-${i}`,
      language: 'en',
      body: `Museum number ${i} showed its pottery to visitors after the flood.`,
    }),
  ]);
  return [...seeds, ...more.flat()];
}

const TIMEOUT_MS = 60_000;

describe('rules of ranking', () => {
  it(
    'change the ranking of a question when they are off',
    async () => {
      const articles = collection();
      const ranking = async (text: string, settings?: RankingSettings) => {
        const { retriever } = await openArticles(articles, language, settings);
        const { passages } = await retriever.retrieve(query(text, { limit: 100 }));
        return passages.map(({ chunk, score }) => [chunk.id, score]);
      };
      for (const rule of RANKING_RULES) {
        for (const text of CONCERNED[rule]) {
          const without = await ranking(text, ABLATED_SETTINGS[rule]);
          expect(without, `${rule}: ${text}`).not.toEqual(await ranking(text));
        }
      }
    },
    TIMEOUT_MS,
  );
});
