import type { Quantity, Sentence } from '../../core/sentence.ts';
import type { Span } from '../../core/span.ts';
import type { ReadQuestion } from '../../question/read-question.ts';
import { findOpposite } from '../check/opposites.ts';
import type { AskedQuestion } from '../reader/asked-question.ts';
import type { Anchor, RankedSentence, ReadEvidence } from '../reader/read-evidence.ts';

/** What articles say of a yes-or-no question. */
export interface JudgedPolarity {
  readonly isYes: boolean;
  readonly ranked: RankedSentence;
}

/** Sentences that are looked at. */
const MAX_SENTENCES = 6;
/** Share of the question that a sentence must speak of, with its surroundings and by itself. */
const DECIDES = { around: 0.75, itself: 0.45 } as const;
/** Share of the question from which a word tells something. */
const TELLING = 0.04;
/** Share of the words for what is said of the names that the sentence must hold itself. */
const SAYS = 0.5;
/** Share of the question that a word which is spoken of nowhere near may have: 最终 in 最终判决 decides. */
const MAX_MISSING = { yes: TELLING, no: 0.15 } as const;
/** Strength, with the surroundings read along, below which a word is missing. */
const MISSING = 0.45;
/** The same where a number or an opposite that stands in for a word of the question decides. */
const DECIDES_OTHERWISE = { around: 0.55, itself: 0.35 } as const;
/** Strength from which a name is spoken of in a sentence or right before it. */
const NAMED = 0.6;
const SPOKEN = 0.5;
/** Share of the same words that a negation must cover to deny what is asked. */
const DENIES = 0.25;
const OF_THE_ASKING = /^(?:think|believe|assume|say|claim|认为|觉得|看来|真的|到底|究竟|确实)$/iu;
const PLANNED = /将|拟|计划|预计|有望|\b(?:will|plans?|expected|set to|scheduled)\b/iu;
const PAST = /了吗|了没|过吗|已经|^\W*(?:did|has|have|had|was|were)\b/iu;

const MORE = /超过|多于|大于|高于|以上|逾|\b(?:more than|over|above|at least|exceed)/iu;
const LESS = /少于|低于|小于|不到|不足|以下|\b(?:less than|fewer than|under|below)/iu;
const HALF_WORDS: readonly (readonly [RegExp, number])[] = [
  [/一半|半数|\bhalf\b/iu, 50],
  [/三分之一|\ba third\b|\bone third\b/iu, 100 / 3],
  [/四分之一|\ba quarter\b/iu, 25],
  [/三分之二|\btwo thirds\b/iu, 200 / 3],
];

/**
 * Whether the articles say yes or no, where one of the first sentences decides it: it speaks of
 * nearly all that is asked, and denies it or not; or it gives another number of the same thing, or
 * the opposite word. Null where it is left to the reader.
 */
export function judgePolarity({
  asked,
  weights,
  ranked,
}: Pick<ReadEvidence, 'asked' | 'weights' | 'ranked'>): JudgedPolarity | null {
  const { question } = asked;
  // A number is compared by itself; who thinks so is no part of what is so.
  const isMatter = asked.words.map(
    ({ token, isNumber }) =>
      !isNumber &&
      !OF_THE_ASKING.test(token.text) &&
      !question.numbers.some(({ start, end }) => start < token.end && token.start < end),
  );
  const total = weights.reduce((sum, weight, i) => (isMatter[i] ? sum + weight : sum), 0);
  if (total === 0) return null;
  // What is said of the names; these may stand in the sentences before.
  const isSaid = asked.words.map(
    ({ name }, i) => isMatter[i] === true && name < 0 && (weights[i] ?? 0) >= TELLING * total,
  );
  const count = isSaid.filter((isOne) => isOne).length;
  const share = (strengths: Float32Array) =>
    weights.reduce((sum, own, i) => sum + (isMatter[i] ? own * (strengths[i] ?? 0) : 0), 0) / total;
  for (const one of ranked.slice(0, MAX_SENTENCES)) {
    const { sentence, strengths, around, anchors } = one;
    if (/[?？]["”]?\s*$/u.test(sentence.text)) continue;
    const isNamed = asked.words.every(({ name }, i) => name < 0 || (around[i] ?? 0) >= NAMED);
    const spoken = { around: share(around), itself: share(strengths) };
    const reaches = (least: typeof spoken) =>
      isNamed && spoken.around >= least.around && spoken.itself >= least.itself;
    if (!reaches(DECIDES_OTHERWISE)) continue;
    if (findOpposite(question.text, sentence.text) !== null) {
      return { isYes: isNegative(question), ranked: one };
    }
    const byNumber = judgeNumbers(asked, one);
    if (byNumber !== null) return { isYes: byNumber, ranked: one };
    const isPlanned = PLANNED.test(sentence.text) && PAST.test(question.text);
    const lacksNumber = question.numbers.some((number) => !holds(number, sentence));
    const missing = weights.reduce(
      (most, own, i) => (isMatter[i] && (around[i] ?? 0) < MISSING ? Math.max(most, own) : most),
      0,
    );
    const said = anchors().filter(
      ({ word, strength, start, end }) =>
        isSaid[word] === true && strength >= SPOKEN && !isMentioned(sentence, { start, end }),
    );
    // A predicate is often a common word: each counts the same.
    const shareOf = (these: readonly Anchor[]) => (count === 0 ? 1 : these.length / count);
    if (!reaches(DECIDES) || shareOf(said) < SAYS || lacksNumber || isPlanned) continue;
    const denied = shareOf(said.filter((anchor) => isDeniedBy(sentence, anchor)));
    const isDenied = denied >= DENIES;
    // What is denied may be something else that the sentence says.
    if (denied > 0 && !isDenied) continue;
    if (missing > total * MAX_MISSING[isDenied ? 'no' : 'yes']) continue;
    if (!isDenied && isCopular(question.text) && !hasCopula(sentence, anchors())) continue;
    return { isYes: isDenied === isNegative(question), ranked: one };
  }
  return null;
}

/** Asks whether one thing is another: naming both does not say so. */
function isCopular(question: string): boolean {
  return /是不是|是否(?:是|为|属于)|^[^，。？?]{2,}(?<!不)是[^，。？?]*吗|^\W*(?:is|are|was|were)(?:n't)?\b.*\b(?:an?|the)\s/iu.test(
    question,
  );
}

const COPULAS: ReadonlySet<string> = new Set(
  '是 为 系 属于 is are was were be becam becom'.split(' '),
);

/** Whether a copula stands between the words that agree with the question. */
function hasCopula({ tokens }: Sentence, anchors: readonly Anchor[]): boolean {
  const spoken = anchors.filter(({ strength }) => strength >= SPOKEN);
  const first = Math.min(...spoken.map(({ end }) => end));
  const last = Math.max(...spoken.map(({ start }) => start));
  return tokens.some(
    ({ normal, start, end }) => COPULAS.has(normal) && start >= first && end <= last,
  );
}

/** Whether words stand in quotation marks and are not what somebody says: a “first superconductor”. */
function isMentioned({ quotations, attribution }: Sentence, words: Span): boolean {
  if (attribution !== null && holdsSpan(attribution.content, words)) return false;
  return quotations.some((quotation) => holdsSpan(quotation, words));
}

function isDeniedBy({ negations }: Sentence, words: Span): boolean {
  return negations.some(({ scope }) => holdsSpan(scope, words));
}

function holdsSpan(outer: Span, inner: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** 没…吗, "didn't": asks for the opposite of what it words. A mere 不是…吗 does not. */
function isNegative({ sentences, text, cues }: ReadQuestion): boolean {
  if (/不是[^，。？?]*吗|^\W*(?:is|are|was|were|do|does|did|has|have)n't/iu.test(text))
    return false;
  return sentences.some(({ start, negations }) =>
    negations.some(
      (negation) =>
        negation.hard &&
        !cues.some((cue) => start + negation.start < cue.end && cue.start < start + negation.end),
    ),
  );
}

function holds(number: Quantity, { quantities }: Sentence): boolean {
  return quantities.some(({ value, kind }) => value === number.value && kind === number.kind);
}

/** Compares the question's number with that of the sentence that counts the same. */
function judgeNumbers(
  { question: { numbers, text }, words }: AskedQuestion,
  { sentence: { quantities }, anchors }: RankedSentence,
): boolean | null {
  const share = HALF_WORDS.find(([pattern]) => pattern.test(text))?.[1];
  if (share !== undefined && (MORE.test(text) || LESS.test(text))) {
    const percent = quantities.filter(({ kind }) => kind === 'percent');
    const [only] = percent;
    if (only === undefined || percent.length > 1) return null;
    return MORE.test(text) ? only.value > share : only.value < share;
  }
  const [asked] = numbers;
  if (asked === undefined || numbers.length > 1) return null;
  const counts = (quantity: Quantity) =>
    (quantity.head !== null && quantity.head === asked.head) ||
    anchors().some(
      ({ start, strength, word }) =>
        strength >= SPOKEN &&
        start >= quantity.start &&
        start <= quantity.end + 1 &&
        words[word]?.token.normal === asked.head,
    );
  const alike = quantities.filter(
    (quantity) =>
      quantity.kind === asked.kind &&
      (asked.kind === 'cardinal' ? counts(quantity) : quantity.unit === asked.unit),
  );
  const [stated] = alike;
  if (stated === undefined || new Set(alike.map(({ value }) => value)).size > 1) return null;
  if (MORE.test(text)) return stated.value > asked.value;
  if (LESS.test(text)) return stated.value < asked.value;
  // The same number alone says no more than that the same things are spoken of.
  return stated.value === asked.value ? null : false;
}
