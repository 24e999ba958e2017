import type { Quantity, Sentence } from '../../core/sentence.ts';
import type { ReadQuestion } from '../../question/read-question.ts';
import { coverageWithin, matchContent } from './content-match.ts';
import type { ShortAnswerEvidence, ShortAnswerParts } from './find-short-answer.ts';

/** What articles say of a yes-or-no question. */
export interface JudgedPolarity<Evidence> {
  readonly isYes: boolean;
  readonly evidence: Evidence;
}

/** Sentences that are looked at. */
const MAX_SENTENCES = 6;
/** Share of the question that a sentence must speak of to decide it. */
const DECIDES = 0.8;
/** The same where a number or a place that differs decides. */
const DECIDES_OTHERWISE = 0.5;

/** Share of the question's names that must stand in a sentence that bears on it at all. */
const MAX_NAMES = 0.6;
const OF_THE_ASKING = /^(?:think|believe|assume|say|claim|认为|觉得|看来|真的|到底|究竟|确实)$/iu;
const PLANNED = /将|拟|计划|预计|有望|\b(?:will|plans?|expected|set to|scheduled)\b/iu;
const PAST = /了吗|了没|过吗|已经|^\W*(?:did|has|have|had|was|were)\b/iu;

/** Opposites by their beginnings: the question says one, the sentence the other. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [
    /相同|一样|类似|相似|\b(?:alike|similar|the same)\b/iu,
    /不同|不一样|相反|差异|\b(?:different|differs?|unlike)\b/iu,
  ],
  [
    /增长|增加|上升|上涨|提高|扩大|\b(?:increas|ris|rose|grow|grew|expand)/iu,
    /下降|减少|下跌|降低|缩小|\b(?:decreas|fall|fell|declin|drop|shrank|reduc)/iu,
  ],
  [
    /同意|批准|接受|赞成|支持|\b(?:agree|approv|accept|support)/iu,
    /拒绝|反对|否决|抵制|否认|\b(?:reject|refus|oppos|veto|den(?:y|ied))/iu,
  ],
  [/加入|\bjoin/iu, /退出|\b(?:withdr|quit|left)/iu],
  [
    /开始|开幕|启动|恢复|\b(?:open|start|began|resum)/iu,
    /结束|闭幕|停止|取消|推迟|暂停|\b(?:clos|end|stop|cancel|postpon|suspend)/iu,
  ],
  [/获胜|战胜|赢|\b(?:win|won|beat)\b/iu, /负于|不敌|输|\b(?:los[et]|lost)\b/iu],
];
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
export function judgePolarity<Evidence extends ShortAnswerEvidence>(
  question: ReadQuestion,
  ranked: readonly Evidence[],
  { names, rarity }: ShortAnswerParts,
): JudgedPolarity<Evidence> | null {
  const asked = question.names.filter(
    ({ start, end }) => !question.cues.some((cue) => start < cue.end && cue.start < end),
  );
  for (const evidence of ranked.slice(0, MAX_SENTENCES)) {
    const { sentence } = evidence;
    if (/[?？]["”]?\s*$/u.test(sentence.text)) continue;
    // A number is compared by itself; who thinks so is no part of what is so.
    const content = question.content.filter(
      ({ kind, text, start, end }) =>
        kind !== 'number' &&
        !OF_THE_ASKING.test(text) &&
        !question.numbers.some((number) => start < number.end && number.start < end),
    );
    const match = matchContent({ ...question, content, names: asked }, sentence, names, rarity);
    const coverage = coverageWithin(match, { start: 0, end: sentence.text.length });
    if (match.names < MAX_NAMES) continue;
    if (coverage >= DECIDES_OTHERWISE) {
      if (isOpposite(question, sentence)) return { isYes: isNegative(question), evidence };
      const byNumber = judgeNumbers(question, sentence);
      if (byNumber !== null) return { isYes: byNumber, evidence };
    }
    const isPlanned = PLANNED.test(sentence.text) && PAST.test(question.text);
    const lacksNumber = question.numbers.some((number) => !holds(number, sentence));
    if (coverage < DECIDES || match.names < 1 || lacksNumber || isPlanned) {
      continue;
    }
    const places = match.words.flatMap((word) => word.places);
    const isDenied = sentence.negations.some(({ scope }) =>
      places.some(({ start, end }) => start >= scope.start && end <= scope.end),
    );
    return { isYes: isDenied === isNegative(question), evidence };
  }
  return null;
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
function judgeNumbers({ numbers, text }: ReadQuestion, { quantities }: Sentence): boolean | null {
  const share = HALF_WORDS.find(([pattern]) => pattern.test(text))?.[1];
  if (share !== undefined && (MORE.test(text) || LESS.test(text))) {
    const percent = quantities.filter(({ kind }) => kind === 'percent');
    const [only] = percent;
    if (only === undefined || percent.length > 1) return null;
    return MORE.test(text) ? only.value > share : only.value < share;
  }
  const [asked] = numbers;
  if (asked === undefined || numbers.length > 1) return null;
  const alike = quantities.filter(
    ({ kind, unit, head }) =>
      kind === asked.kind &&
      (kind !== 'cardinal' ? unit === asked.unit : head !== null && head === asked.head),
  );
  const [stated] = alike;
  if (stated === undefined || new Set(alike.map(({ value }) => value)).size > 1) return null;
  if (MORE.test(text)) return stated.value > asked.value;
  if (LESS.test(text)) return stated.value < asked.value;
  // The same number alone says no more than that the same things are spoken of.
  return stated.value === asked.value ? null : false;
}

function isOpposite({ text }: ReadQuestion, sentence: Sentence): boolean {
  return OPPOSITES.some(([one, other]) => {
    const differs = (a: RegExp, b: RegExp) =>
      a.test(text) &&
      !b.test(text) &&
      b.test(sentence.text) &&
      !a.test(sentence.text.replace(b, ''));
    return differs(one, other) || differs(other, one);
  });
}
