import type { Composition } from '../../src/core/answer.ts';
import { isStatement } from '../../src/core/block.ts';
import { holdsEveryAnswer } from './accepted-answer.ts';
import type { AnswerFromDocuments } from './rgb.ts';
import { DOCUMENTS_PER_QUESTION, type RgbQuestion } from './rgb-collection.ts';

/** Shares from 0 to 1, rounded to a thousandth. */
export interface ReadingReport {
  readonly questions: number;
  /** The first sentence shown holds the answer, and it is not refused. */
  readonly firstHolds: number;
  /** Some sentence shown holds it, and it is not refused. */
  readonly someHolds: number;
  readonly notFound: number;
  readonly possible: number;
  /** Mean number of sentences of what is not refused. */
  readonly sentences: number;
  /** The same over the passages that do not answer. */
  readonly withoutNotFound: number;
  readonly withoutPossible: number;
  readonly withoutAsserted: number;
}

/** Asks each question of a passage that answers among five that do not, and of the five alone. */
export async function evaluateReading(
  questions: readonly RgbQuestion[],
  answer: AnswerFromDocuments,
  onQuestion: (done: number, all: number) => void = () => {},
): Promise<ReadingReport> {
  const counts = {
    firstHolds: 0,
    someHolds: 0,
    notFound: 0,
    possible: 0,
    withoutNotFound: 0,
    withoutPossible: 0,
    withoutAsserted: 0,
  };
  let sentences = 0;
  for (const [i, question] of questions.entries()) {
    const negative = question.negative.slice(0, DOCUMENTS_PER_QUESTION);
    const { composition } = await answer(question, [...question.positive, ...negative]);
    const texts = textsOf(composition);
    if (composition.outcome === 'not-found') counts.notFound++;
    else {
      sentences += texts.length;
      if (composition.outcome === 'possible') counts.possible++;
      if (holdsEveryAnswer(texts[0] ?? '', question.answer)) counts.firstHolds++;
      if (holdsEveryAnswer(texts.join('\n'), question.answer)) counts.someHolds++;
    }
    const { outcome } = (await answer(question, negative)).composition;
    if (outcome === 'not-found') counts.withoutNotFound++;
    else if (outcome === 'possible') counts.withoutPossible++;
    else counts.withoutAsserted++;
    onQuestion(i + 1, questions.length);
  }
  const all = questions.length;
  const share = (count: number) => Math.round((1000 * count) / Math.max(1, all)) / 1000;
  return {
    questions: all,
    firstHolds: share(counts.firstHolds),
    someHolds: share(counts.someHolds),
    notFound: share(counts.notFound),
    possible: share(counts.possible),
    sentences: Math.round((100 * sentences) / Math.max(1, all - counts.notFound)) / 100,
    withoutNotFound: share(counts.withoutNotFound),
    withoutPossible: share(counts.withoutPossible),
    withoutAsserted: share(counts.withoutAsserted),
  };
}

function textsOf({ blocks }: Composition): string[] {
  return blocks.filter(isStatement).map(({ text }) => text);
}
