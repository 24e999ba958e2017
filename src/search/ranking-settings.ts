import type { Language } from '../core/article.ts';
import type { RankingSignal } from '../core/passage.ts';

/** How question and passage meet: in one of the languages, or across the two. */
export type LanguagePair = Language | 'cross';

export function languagePair(question: Language, passage: Language): LanguagePair {
  return question === passage ? passage : 'cross';
}

/** What a closer look at a passage is scored by; see `rerank.ts`. */
export type RerankFeature = 'coverage' | 'phrases' | 'answerForm' | 'meaning' | 'articleMeaning';

/** How much each list and each feature counts for one language pair. */
export interface PairWeights {
  readonly signals: Readonly<Record<RankingSignal, number>>;
  /** Lists whose best chunks become candidates; the others only score those. */
  readonly proposing: readonly RankingSignal[];
  readonly features: Readonly<Record<RerankFeature, number>>;
}

/** How a question's words are weighed against each other. */
export interface WordSettings {
  /** What a word that names the form of the answer (时间, "year") counts beside any other. */
  readonly formWordWeight: number;
  /** Whether the translations of a word are together as rare as the word, not each by itself. */
  readonly groupsTranslations: boolean;
}

/** Everything about ranking that can be set; changed by ablations only. */
export interface RankingSettings {
  readonly weights: Readonly<Record<LanguagePair, PairWeights>>;
  readonly words: WordSettings;
  /** What telling of the question's time adds to a fused score. */
  readonly dates: { readonly weight: number };
  /** Whether each language's passages are sought apart. */
  readonly balanceLanguages: boolean;
  /** Chunks taken from each list. */
  readonly listLength: number;
  /** Candidates that are looked at closely; further down little climbs into the top ten. */
  readonly pool: Readonly<Record<LanguagePair, number>>;
}

const WITHIN = {
  signals: { title: 0.2, words: 1, concepts: 0.5, names: 0.3, vectors: 0.4 },
  proposing: ['words', 'names', 'vectors'],
} as const;

/**
 * Chosen on the development halves of XQuAD and RGB, as round numbers: the differences that a
 * finer search finds do not carry over from one half of the questions to the other. Every list's
 * score is first divided by the best that the question could attain, so weights compare like with
 * like.
 *
 * Across languages the sum of the weights is such that, of two passages that answer alike, the one
 * in the question's language comes first, and yet neither language hides the other: of 27,000
 * articles that hold XQuAD's in both, the first is in the question's language for three in four,
 * and the other's is among the first ten nearly as often as where there is no rival.
 *
 * Within a language, words tell most, and the concepts behind them bridge synonyms. Across
 * languages shared words are noise (numbers and Latin names, which do tell, are among the
 * concepts), vectors matter more, and the closest meaning of each word is worth looking up. So it
 * is in English, whose words have vectors of their own; Chinese ones have them by way of their
 * glosses, and are better compared as they stand. Phrases tell in English; in Chinese the pairs of
 * characters in the index see to them.
 *
 * Titles, and concepts beside words, propose nothing: over 27,000 articles every passage that they
 * would have lifted into the first ten was proposed by another list too, and they are long to walk.
 */
export const RANKING_SETTINGS: RankingSettings = {
  weights: {
    zh: {
      ...WITHIN,
      features: { coverage: 0.7, phrases: 0, answerForm: 0.5, meaning: 0, articleMeaning: 0 },
    },
    en: {
      ...WITHIN,
      features: { coverage: 0.7, phrases: 0.4, answerForm: 0.5, meaning: 0.8, articleMeaning: 0 },
    },
    cross: {
      signals: { title: 0.2, words: 0, concepts: 0.7, names: 0.6, vectors: 0.85 },
      proposing: ['concepts', 'names', 'vectors'],
      features: { coverage: 0, phrases: 0, answerForm: 0, meaning: 0.5, articleMeaning: 0.5 },
    },
  },
  words: { formWordWeight: 0.3, groupsTranslations: true },
  dates: { weight: 0.3 },
  balanceLanguages: true,
  listLength: 24,
  pool: { zh: 16, en: 16, cross: 16 },
};
