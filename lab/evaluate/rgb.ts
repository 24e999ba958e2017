import type { Composition } from '../../src/core/answer.ts';
import { isStatement } from '../../src/core/block.ts';
import { shortAnswerOf } from '../../src/core/block-views.ts';
import { type AnswerGroups, holdsEveryAnswer, holdsSomeAnswer } from './accepted-answer.ts';
import { drawDocuments, NOISE_RATIOS, type RgbQuestion } from './rgb-collection.ts';
import { type TradeOffPoint, tradeOffCurve } from './trade-off-curve.ts';

/** The limits that RGB is answered under: what a reader takes in at a glance. */
export const RGB_LIMITS = { sentences: 3, sentenceLength: 120 } as const;

/** An answer from five documents, with what decided whether to give it. */
export interface JudgedAnswer {
  /** As given to the reader; a refusal shows its nearest evidence. */
  readonly composition: Composition;
  /** Probability, from 0 to 1, that the evidence answers. */
  readonly answerability: number;
}

/** Answers a question from nothing but these documents. */
export type AnswerFromDocuments = (
  question: RgbQuestion,
  documents: readonly string[],
) => Promise<JudgedAnswer>;

/** Figures by noise ratio: `"0"`, `"0.2"` … */
export type MetricByNoise = Readonly<Record<string, number>>;

export interface RgbReport {
  readonly questions: number;
  /**
   * Share of questions whose quoted sentences hold an accepted answer of every group. A refusal
   * counts by the nearest evidence that it quotes.
   */
  readonly accuracy: MetricByNoise;
  /** The same where every refusal counts as wrong. */
  readonly answeredAccuracy: MetricByNoise;
  /** Share of questions refused. */
  readonly refused: MetricByNoise;
  /** Share refused over five negatives. */
  readonly rejection: number;
  /** Share refused at noise 0. */
  readonly falseRefusal: number;
  /** Questions that asked for something a short answer can give, by noise ratio. */
  readonly shortAnswer: {
    /** Share of questions that a short answer was shown for. */
    readonly shown: MetricByNoise;
    /** Of those shown, the share that hold an accepted answer. */
    readonly precision: MetricByNoise;
    /** Of those shown, the share that hold an accepted answer of every group. */
    readonly complete: MetricByNoise;
  };
  /** Least answerability at which a question is answered, as shipped. */
  readonly threshold: number;
  /** What other thresholds would refuse. */
  readonly tradeOff: readonly TradeOffPoint[];
}

interface Observation {
  readonly noise: number;
  readonly isAccurate: boolean;
  readonly isRefused: boolean;
  readonly answerability: number;
  readonly short: { readonly isRight: boolean; readonly isComplete: boolean } | null;
}

/**
 * Runs RGB: every question at every noise ratio, and over negatives alone.
 * @param onQuestion told after each question how many of all are done
 */
export async function evaluateRgb(
  questions: readonly RgbQuestion[],
  answer: AnswerFromDocuments,
  threshold: number,
  seed: number,
  onQuestion: (done: number, all: number) => void = () => {},
): Promise<RgbReport> {
  const observations: Observation[] = [];
  for (const [index, question] of questions.entries()) {
    for (const noise of [...NOISE_RATIOS, 1]) {
      const judged = await answer(question, drawDocuments(question, noise, seed));
      observations.push(observe(judged, noise, question.answer));
    }
    onQuestion(index + 1, questions.length);
  }
  const at = (noise: number) => observations.filter((one) => one.noise === noise);
  const byNoise = (measure: (those: Observation[]) => number): MetricByNoise =>
    Object.fromEntries(NOISE_RATIOS.map((noise) => [String(noise), measure(at(noise))]));
  const shown = (those: Observation[]) => those.flatMap(({ short }) => (short ? [short] : []));

  return {
    questions: questions.length,
    accuracy: byNoise((those) => share(those, (one) => one.isAccurate)),
    answeredAccuracy: byNoise((those) => share(those, (one) => one.isAccurate && !one.isRefused)),
    refused: byNoise((those) => share(those, (one) => one.isRefused)),
    rejection: share(at(1), (one) => one.isRefused),
    falseRefusal: share(at(0), (one) => one.isRefused),
    shortAnswer: {
      shown: byNoise((those) => share(those, (one) => one.short !== null)),
      precision: byNoise((those) => share(shown(those), (short) => short.isRight)),
      complete: byNoise((those) => share(shown(those), (short) => short.isComplete)),
    },
    threshold,
    tradeOff: tradeOffCurve(
      at(0).map((one) => one.answerability),
      at(0.8).map((one) => one.answerability),
      at(1).map((one) => one.answerability),
    ),
  };
}

function observe(
  { composition, answerability }: JudgedAnswer,
  noise: number,
  groups: AnswerGroups,
): Observation {
  const { blocks, outcome } = composition;
  const sentences = blocks.filter(isStatement);
  const shortAnswer = shortAnswerOf(blocks);
  const abstained = outcome === 'not-found';
  const quotes = sentences
    .slice(0, RGB_LIMITS.sentences)
    .map(({ text }) => text.slice(0, RGB_LIMITS.sentenceLength));
  return {
    noise,
    isAccurate: holdsEveryAnswer(quotes.join('\n'), groups),
    isRefused: abstained,
    answerability,
    short: shortAnswer && {
      isRight: holdsSomeAnswer(shortAnswer.text, groups),
      isComplete: holdsEveryAnswer(shortAnswer.text, groups),
    },
  };
}

/** Rounded to a thousandth; 0 where there is nothing to measure. */
function share<T>(those: readonly T[], holds: (one: T) => boolean): number {
  if (those.length === 0) return 0;
  return Math.round((1000 * those.filter(holds).length) / those.length) / 1000;
}
