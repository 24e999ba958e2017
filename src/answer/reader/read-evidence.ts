import type { AnswerOutcome } from '../../core/answer.ts';
import type { Article } from '../../core/article.ts';
import type { Sentence } from '../../core/sentence.ts';
import type { Span } from '../../core/span.ts';
import type { AskedQuestion } from './asked-question.ts';
import type { SentenceFeatures } from './sentence-features.ts';

/** Words of a sentence that have the form the question asks for. Offsets count in the sentence. */
export interface FittingAnswer extends Span {
  readonly text: string;
  /** Equal for answers that say the same: `06-26`, `1500000`, a folded name. */
  readonly key: string;
  /** How well the form fits, from 0 to 1. */
  readonly fit: number;
  /** How close it stands to the words asked about, from 0 to 1. */
  readonly nearness: number;
}

/** A sentence of the passages with what the reader makes of it. */
export interface RankedSentence {
  readonly article: Article;
  readonly sentence: Sentence;
  /** Place of the best passage that holds it, from 0. */
  readonly rank: number;
  /** Chance, from 0 to 1, that it states the answer. Those of one question need not add up to 1. */
  readonly probability: number;
  readonly features: SentenceFeatures;
  /** How surely it speaks of each of `asked.words`, from 0 to 1. */
  readonly strengths: Float32Array;
  /** The same with its neighbours, the title and the rest of the article read along. */
  readonly around: Float32Array;
  /** What in it could be the answer, the likeliest first; empty where the answer has no form. */
  readonly answers: readonly FittingAnswer[];
  /** Where in it the words asked about stand; offsets count in the sentence. */
  readonly anchors: () => readonly Anchor[];
}

/** A word of a sentence that agrees with a word of the question. */
export interface Anchor extends Span {
  /** Place in `asked.words`. */
  readonly word: number;
  readonly strength: number;
}

/** The passages of a question, read. */
export interface ReadEvidence {
  readonly asked: AskedQuestion;
  /** Share of each of `asked.words` in what is asked about; they add up to 1. */
  readonly weights: readonly number[];
  /** Every sentence of the passages, the most likely to answer first. */
  readonly ranked: readonly RankedSentence[];
  /** Chance, from 0 to 1, that the passages answer the question at all. */
  readonly probability: number;
  readonly outcome: AnswerOutcome;
}
