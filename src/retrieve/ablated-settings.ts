import type { RankingSignal } from '../core/passage.ts';
import {
  type LanguagePair,
  type PairWeights,
  RANKING_SETTINGS,
  type RankingSettings,
  type RerankFeature,
} from './ranking-settings.ts';

function mapPairs(change: (pair: PairWeights) => PairWeights): RankingSettings {
  const { zh, en, cross } = RANKING_SETTINGS.weights;
  const weights: Record<LanguagePair, PairWeights> = {
    zh: change(zh),
    en: change(en),
    cross: change(cross),
  };
  return { ...RANKING_SETTINGS, weights };
}

const withoutSignal = (signal: RankingSignal) =>
  mapPairs(({ signals, features }) => ({ signals: { ...signals, [signal]: 0 }, features }));

const withoutFeature = (feature: RerankFeature) =>
  mapPairs(({ signals, features }) => ({ signals, features: { ...features, [feature]: 0 } }));

/** The ranking with one rule switched off, by the rule's name. */
export const ABLATED_SETTINGS: Readonly<Record<string, RankingSettings>> = {
  'words list': withoutSignal('words'),
  'concepts list': withoutSignal('concepts'),
  'names list': withoutSignal('names'),
  'title list': withoutSignal('title'),
  'vectors list': withoutSignal('vectors'),
  coverage: withoutFeature('coverage'),
  'phrase match': withoutFeature('phrases'),
  'answer form': withoutFeature('answerForm'),
  'meaning match': withoutFeature('meaning'),
  'meaning match in the article': withoutFeature('articleMeaning'),
  'language balance': { ...RANKING_SETTINGS, balanceLanguages: false },
  'score fusion (by ranks instead)': { ...RANKING_SETTINGS, fusion: 'reciprocal-rank' },
};
