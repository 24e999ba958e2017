import type { RankingSignal } from '../../src/core/passage.ts';
import {
  type LanguagePair,
  type PairWeights,
  RANKING_SETTINGS,
  type RankingSettings,
  type RerankFeature,
  type WordSettings,
} from '../../src/search/ranking-settings.ts';
import { RANKING_SIGNALS } from '../../src/search/signal-scores.ts';

/** Rules of ranking that can be switched off, for measuring what each is worth. */
export const RANKING_RULES = [
  'title list',
  'words list',
  'concepts list',
  'names list',
  'vectors list',
  'coverage',
  'phrase match',
  'answer form',
  'meaning match',
  'meaning match in the article',
  'reranking (all of it)',
  'language balance',
  'translations as one word',
  'form words',
] as const;
export type RankingRuleName = (typeof RANKING_RULES)[number];

function mapPairs(change: (pair: PairWeights) => PairWeights): RankingSettings {
  const { zh, en, cross } = RANKING_SETTINGS.weights;
  const weights: Record<LanguagePair, PairWeights> = {
    zh: change(zh),
    en: change(en),
    cross: change(cross),
  };
  return { ...RANKING_SETTINGS, weights };
}

/** All other lists propose, so that nothing is missed but what the one alone would have found. */
const withoutSignal = (signal: RankingSignal) =>
  mapPairs((pair) => {
    const signals = { ...pair.signals, [signal]: 0 };
    return { ...pair, signals, proposing: RANKING_SIGNALS.filter((other) => signals[other] > 0) };
  });

const withoutFeature = (feature: RerankFeature) =>
  mapPairs((pair) => ({ ...pair, features: { ...pair.features, [feature]: 0 } }));

const withWords = (words: Partial<WordSettings>): RankingSettings => ({
  ...RANKING_SETTINGS,
  words: { ...RANKING_SETTINGS.words, ...words },
});

/** The ranking with one rule switched off, by the rule's name. */
export const ABLATED_SETTINGS: Readonly<Record<RankingRuleName, RankingSettings>> = {
  'title list': withoutSignal('title'),
  'words list': withoutSignal('words'),
  'concepts list': withoutSignal('concepts'),
  'names list': withoutSignal('names'),
  'vectors list': withoutSignal('vectors'),
  coverage: withoutFeature('coverage'),
  'phrase match': withoutFeature('phrases'),
  'answer form': withoutFeature('answerForm'),
  'meaning match': withoutFeature('meaning'),
  'meaning match in the article': withoutFeature('articleMeaning'),
  'reranking (all of it)': mapPairs((pair) => ({
    ...pair,
    features: { coverage: 0, phrases: 0, answerForm: 0, meaning: 0, articleMeaning: 0 },
  })),
  'language balance': { ...RANKING_SETTINGS, balanceLanguages: false },
  'translations as one word': withWords({ groupsTranslations: false }),
  'form words': withWords({ formWordWeight: 1 }),
};
