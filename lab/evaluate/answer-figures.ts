import type { Answer } from '../../src/core/answer.ts';
import { type AnswerGroups, holdsEveryAnswer } from './accepted-answer.ts';

/** What one answer came to, as a reader would judge it. */
export interface JudgedFigures {
  readonly isUnanswerable: boolean;
  readonly outcome: Answer['outcome'];
  /** An accepted answer is in the short answer or the first quoted sentence. */
  readonly isDirect: boolean;
  /** An accepted answer is in the short answer or a quoted sentence, and it is no refusal. */
  readonly isRight: boolean;
  /** Refused, with the answer among the nearest passages. */
  readonly isRefusedButShown: boolean;
  readonly sentences: number;
  /** Null where no short answer is shown. */
  readonly isShortRight: boolean | null;
  /** Words said to stand in no article that one holds. */
  readonly falseWords: readonly string[];
}

/** Figures over a set of questions; shares are from 0 to 1, rounded to a thousandth. */
export interface AnswerFigures {
  readonly answerable: number;
  readonly direct: number;
  readonly right: number;
  readonly possible: number;
  readonly refused: number;
  readonly refusedButShown: number;
  /** Mean number of quoted sentences of what is not refused. */
  readonly sentences: number;
  readonly shortShown: number;
  readonly shortRight: number;
  readonly unanswerable: number;
  /** Share of the unanswerable ones that are answered as if they could be. */
  readonly asserted: number;
  readonly unanswerablePossible: number;
  readonly falseWords: number;
}

/**
 * Judges one answer.
 * @param isMentioned whether some article holds a word in either language
 */
export function judgeAnswer(
  answer: Pick<Answer, 'outcome' | 'sentences' | 'shortAnswer' | 'refusal'>,
  groups: AnswerGroups,
  isUnanswerable: boolean,
  isMentioned: (word: string) => boolean,
): JudgedFigures {
  const { outcome, sentences, shortAnswer, refusal } = answer;
  const [first] = sentences;
  const short = shortAnswer?.text ?? '';
  const all = [short, ...sentences.map(({ text }) => text)].join('\n');
  const isRefused = outcome === 'not-found';
  const holds = !isUnanswerable && holdsEveryAnswer(all, groups);
  return {
    isUnanswerable,
    outcome,
    isDirect:
      !isRefused && !isUnanswerable && holdsEveryAnswer(`${short}\n${first?.text ?? ''}`, groups),
    isRight: !isRefused && holds,
    isRefusedButShown: isRefused && holds,
    sentences: sentences.length,
    isShortRight:
      shortAnswer === null
        ? null
        : !isUnanswerable && groups.some((group) => holdsEveryAnswer(short, [group])),
    falseWords: (refusal?.missing ?? []).filter(isMentioned),
  };
}

/** Sums up judged answers. */
export function sumUpFigures(judged: readonly JudgedFigures[]): AnswerFigures {
  const answerable = judged.filter((one) => !one.isUnanswerable);
  const unanswerable = judged.filter((one) => one.isUnanswerable);
  const given = answerable.filter(({ outcome }) => outcome !== 'not-found');
  const shown = judged.filter(({ isShortRight }) => isShortRight !== null);
  return {
    answerable: answerable.length,
    direct: share(answerable, (one) => one.isDirect),
    right: share(answerable, (one) => one.isRight),
    possible: share(answerable, ({ outcome }) => outcome === 'possible'),
    refused: share(answerable, ({ outcome }) => outcome === 'not-found'),
    refusedButShown: share(answerable, (one) => one.isRefusedButShown),
    sentences: round(
      given.reduce((sum, { sentences }) => sum + sentences, 0) / Math.max(1, given.length),
    ),
    shortShown: shown.length,
    shortRight: share(shown, ({ isShortRight }) => isShortRight === true),
    unanswerable: unanswerable.length,
    asserted: share(unanswerable, ({ outcome }) => outcome === 'answered'),
    unanswerablePossible: share(unanswerable, ({ outcome }) => outcome === 'possible'),
    falseWords: judged.reduce((sum, { falseWords }) => sum + falseWords.length, 0),
  };
}

/** The same over all, and for each value of a key, by name. */
export function sumUpBy<One extends JudgedFigures>(
  judged: readonly One[],
  keyOf: (one: One) => string,
): Record<string, AnswerFigures> {
  const groups = new Map<string, One[]>();
  for (const one of judged) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return Object.fromEntries(
    [...groups]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, own]) => [key, sumUpFigures(own)]),
  );
}

function share<One>(those: readonly One[], holds: (one: One) => boolean): number {
  return those.length === 0 ? 0 : round(those.filter(holds).length / those.length);
}

function round(value: number): number {
  return Math.round(1000 * value) / 1000;
}
