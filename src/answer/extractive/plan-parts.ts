import type { Language } from '../../core/article.ts';
import { hasSpanAnswer } from '../../question/question-form.ts';
import { ANSWER_PHRASES } from '../answer-phrases.ts';
import { FITS } from '../reader/fitting-answers.ts';
import type { RankedSentence, ReadEvidence } from '../reader/read-evidence.ts';
import {
  type ChoosingParts,
  type ChosenAnswer,
  chooseShortAnswer,
} from '../short-answer/choose-short-answer.ts';
import { ANSWERS_ALONE, type AnswerPlan, type PlanLimits } from './plan-answer.ts';
import { quoteOf, saysTheSame } from './quote.ts';

/** What was read for a part of a question; null where nothing was found. */
export interface ReadPart {
  readonly label: string;
  readonly evidence: ReadEvidence | null;
}

/** Whether a part is answered, or may be. */
export function isFound({ evidence }: ReadPart): boolean {
  return evidence !== null && evidence.outcome !== 'not-found';
}

/** Share of the best sentence's chance from which one that answers every part is quoted alone. */
const ANSWERS_ALL = 0.8;
/** The same, from which a sentence is quoted for a part whose best one answers another part. */
const ANSWERS_BESIDE = 0.2;
/** Share of the chosen sentence's chance from which another is quoted after it, where that is not sure. */
const ANSWERS_TOO = 0.5;
/** Sentences of a part that are looked at. */
const LOOKED_AT = 8;

/**
 * A question answered part by part, or a comparison side by side: one sentence where it answers all
 * parts, else each with its own, and an empty part says so.
 */
export function planParts(
  parts: readonly ReadPart[],
  language: Language,
  isComparison: boolean,
  { sentenceLength }: PlanLimits,
  tools: ChoosingParts,
): AnswerPlan {
  const together = answerTogether(parts);
  const told = new Set<string>();
  const used: RankedSentence[] = [];
  const shorts: ChosenAnswer[] = [];
  const answered = new Set(
    parts.flatMap((part) => (isFound(part) ? [part.evidence?.ranked[0]?.article.id] : [])),
  );
  const groups = parts.map(({ label, evidence }) => {
    const empty = ANSWER_PHRASES[language].partNotStated;
    if (evidence === null) return { heading: label, quotes: [], empty };
    if (evidence.outcome === 'not-found') {
      const beside = isComparison ? undefined : besideTheOthers(evidence, told, answered);
      const quotes =
        beside === undefined ? [] : [quoteOf(beside, evidence.weights, sentenceLength)];
      return { heading: label, quotes, empty };
    }
    const short = chooseShortAnswer(evidence, language, tools);
    const isNew = short !== null && !shorts.some(({ text }) => text === short.text);
    const first =
      (together && evidence.ranked.find((one) => isSame(one, together))) ??
      (isNew ? short.ranked : evidence.ranked.slice(0, LOOKED_AT).find(tells(evidence, told)));
    const isUsed = (one: RankedSentence) => used.some((other) => saysTheSame(one, other));
    if (first === undefined || (isComparison && together === null && isUsed(first))) {
      return { heading: label, quotes: [], empty };
    }
    if (isNew && isSame(short.ranked, first)) shorts.push(short);
    const answer = newAnswer(first, told);
    if (answer !== undefined) told.add(answer);
    used.push(first);
    const isUncertain = together === null && !isComparison && first.probability < ANSWERS_ALONE;
    const second = isUncertain ? nextBest(evidence, first, told) : undefined;
    const chosen = second === undefined ? [first] : [first, second];
    const quotes = chosen.map((one) => quoteOf(one, evidence.weights, sentenceLength));
    return { heading: label, quotes, empty };
  });
  const [first] = shorts;
  const isWhole = first !== undefined && shorts.length === parts.length && !isComparison;
  const short = isWhole ? joinShortAnswers(first, shorts, language) : null;
  if (together !== null) {
    return {
      layout: 'paragraph',
      short,
      groups: [{ heading: null, quotes: groups[0]?.quotes ?? [] }],
    };
  }
  return { layout: isComparison ? 'comparison' : 'paragraph', short, groups };
}

function isSame(a: RankedSentence, b: RankedSentence): boolean {
  return a.article === b.article && a.sentence.index === b.sentence.index;
}

/** The first words of a sentence that have the form asked for and answer no other part. */
function newAnswer({ answers }: RankedSentence, told: ReadonlySet<string>): string | undefined {
  return answers.find(({ fit, key }) => fit >= FITS && !told.has(key))?.key;
}

/** Whether a sentence may answer a part, besides what is told for the others. */
function tells({ asked, ranked }: ReadEvidence, told: ReadonlySet<string>) {
  const least = ANSWERS_BESIDE * (ranked[0]?.probability ?? 0);
  const hasForm = hasSpanAnswer(asked.question.expects);
  return (one: RankedSentence) =>
    one.probability >= least &&
    (!hasForm || one.answers.length === 0 || newAnswer(one, told) !== undefined);
}

/**
 * Of a part that nothing answers by itself, the likeliest sentence of the articles that answer the others, where
 * it has the form asked for and says something that they do not.
 */
function besideTheOthers(
  { asked, ranked }: ReadEvidence,
  told: ReadonlySet<string>,
  answered: ReadonlySet<string | undefined>,
): RankedSentence | undefined {
  if (!hasSpanAnswer(asked.question.expects)) return undefined;
  return ranked.find(
    (one) =>
      answered.has(one.article.id) &&
      one.probability >= ANSWERS_BESIDE * (ranked[0]?.probability ?? 0) &&
      newAnswer(one, told) !== undefined,
  );
}

/** Another sentence that may answer a part nearly as well as the one chosen, and says something else. */
function nextBest(evidence: ReadEvidence, first: RankedSentence, told: ReadonlySet<string>) {
  const isTelling = tells(evidence, told);
  return evidence.ranked
    .slice(0, LOOKED_AT)
    .find(
      (one) =>
        one.probability >= ANSWERS_TOO * first.probability &&
        !saysTheSame(one, first) &&
        isTelling(one),
    );
}

/** The sentence that answers every part nearly as well as the best one of each; null where none does. */
function answerTogether(parts: readonly ReadPart[]): RankedSentence | null {
  const read = parts.flatMap((part) =>
    part.evidence !== null && isFound(part) ? [part.evidence] : [],
  );
  const [first] = read;
  if (first === undefined || read.length < parts.length) return null;
  let best: RankedSentence | null = null;
  let most = 0;
  for (const one of first.ranked.slice(0, LOOKED_AT)) {
    const told = new Set<string>();
    const shares = read.map(({ ranked, asked }) => {
      const own = ranked.find((other) => isSame(other, one));
      if (own === undefined) return 0;
      if (hasSpanAnswer(asked.question.expects)) {
        const answer = newAnswer(own, told);
        if (answer === undefined) return 0;
        told.add(answer);
      }
      return own.probability / (ranked[0]?.probability ?? 1);
    });
    const worth = Math.min(...shares);
    if (worth >= ANSWERS_ALL && worth > most) {
      most = worth;
      best = one;
    }
  }
  return best;
}

function joinShortAnswers(
  first: ChosenAnswer,
  shorts: readonly ChosenAnswer[],
  language: Language,
): ChosenAnswer {
  const separator = language === 'zh' ? '；' : '; ';
  const originals = shorts.map(({ text, original }) => original ?? text).join(separator);
  const text = shorts.map((short) => short.text).join(separator);
  return {
    ...first,
    text,
    original: originals === text ? null : originals,
    others: [],
    proofs: shorts.slice(1).map(({ ranked }) => ranked),
  };
}
