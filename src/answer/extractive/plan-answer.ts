import type { AnswerLayout } from '../../core/answer.ts';
import type { Language } from '../../core/article.ts';
import type { ComparedSide } from '../../question/compared-sides.ts';
import { ANSWER_PHRASES } from '../answer-phrases.ts';
import type { RankedSentence, ReadEvidence } from '../reader/read-evidence.ts';
import {
  type ChoosingParts,
  type ChosenAnswer,
  chooseShortAnswer,
  evidenceOf,
} from '../short-answer/choose-short-answer.ts';
import { collectFigures, type Figure } from '../short-answer/collect-figures.ts';
import { judgePolarity } from '../short-answer/judge-polarity.ts';
import { type Quote, quoteOf, saysTheSame } from './quote.ts';

/** What an answer will say, before it is worded. */
export interface AnswerPlan {
  readonly layout: AnswerLayout;
  readonly short: ChosenAnswer | null;
  /** What different sources count, newest first. */
  readonly figures?: readonly Figure[] | undefined;
  readonly groups: readonly {
    readonly heading: string | null;
    /** Said where nothing is quoted. */
    readonly empty?: string | undefined;
    readonly quotes: readonly Quote[];
  }[];
}

export interface PlanLimits {
  /** Most sentences of an answer to a plain question. */
  readonly sentences: number;
  /** Longest quote, in UTF-16 units. */
  readonly sentenceLength: number;
}

/** Chance from which one sentence answers alone. */
export const ANSWERS_ALONE = 0.6;
/** Share of the best sentence's chance from which another is shown beside it. */
const BESIDE = { uncertain: 0.3, several: 0.4, run: 0.2 } as const;
/** Sentences that are looked through for figures of one matter. */
const FIGURE_SENTENCES = 16;
const SENTENCES_PER_SIDE = 1;
/** Share of a side's words from which a sentence speaks of it. */
const OWN_SHARE = 0.45;

/** Yes or no where the articles decide it, else what they say. */
function planPolarity(
  evidence: ReadEvidence,
  language: Language,
  limits: PlanLimits,
): AnswerPlan | null {
  const phrases = ANSWER_PHRASES[language];
  const judged = judgePolarity(evidence);
  const decided = judged?.ranked ?? evidence.ranked[0];
  if (decided === undefined) return null;
  const chosen = judged === null ? chooseSentences(evidence, limits.sentences) : [decided];
  const quotes = chosen.map((one) => quoteOf(one, evidence.weights, limits.sentenceLength));
  if (judged === null) {
    return { layout: 'paragraph', short: null, groups: [{ heading: phrases.articlesSay, quotes }] };
  }
  const text = judged.isYes ? phrases.yes : phrases.no;
  return {
    layout: 'paragraph',
    short: { text, original: null, ranked: decided, others: [], proofs: [] },
    groups: [{ heading: null, quotes }],
  };
}

/** Chooses what to quote, in which order and under which headings. */
export function planAnswer(
  evidence: ReadEvidence,
  language: Language,
  limits: PlanLimits,
  tools: ChoosingParts,
): AnswerPlan {
  const { sides } = evidence.asked.question;
  if (sides !== null) {
    const plan = planComparison(evidence, sides, limits);
    if (plan !== null) return plan;
  }
  if (evidence.asked.question.expects === 'polarity') {
    const plan = planPolarity(evidence, language, limits);
    if (plan !== null) return plan;
  }
  const { question } = evidence.asked;
  const figures = collectFigures(
    question,
    evidenceOf(evidence.ranked.slice(0, FIGURE_SENTENCES), tools.sentencesOf),
    tools,
  );
  const newest = question.wantsLatest ? figures[0] : undefined;
  const short =
    newest === undefined
      ? chooseShortAnswer(evidence, language, tools)
      : {
          ...tools.writeShortAnswer(
            newest.candidate,
            question,
            language,
            newest.evidence.article.language,
          ),
          ranked: newest.evidence.ranked,
          others: [],
          proofs: [],
        };
  const chosen = chooseSentences(evidence, limits.sentences);
  // The sentence that proves the short answer stands first.
  const proving =
    short === null || chosen[0] === short.ranked
      ? chosen
      : [short.ranked, ...chosen.filter((one) => one !== short.ranked)].slice(0, chosen.length);
  const quotes = proving.map((ranked) => quoteOf(ranked, evidence.weights, limits.sentenceLength));
  const isList = quotes.length > 1 && evidence.asked.question.many;
  return {
    layout: isList ? 'list' : 'paragraph',
    short,
    figures,
    groups: [{ heading: null, quotes }],
  };
}

/** The sentences nearest to a question that is not answered. */
export function planNearest(
  { ranked, weights }: ReadEvidence,
  heading: string,
  most: number,
  { sentenceLength }: PlanLimits,
): AnswerPlan {
  const quotes = distinct(ranked)
    .slice(0, most)
    .filter(({ strengths }) => strengths.some((strength) => strength > 0))
    .map((one) => quoteOf(one, weights, sentenceLength));
  if (quotes.length === 0) return { layout: 'paragraph', short: null, groups: [] };
  return { layout: 'list', short: null, groups: [{ heading, quotes }] };
}

/** One sentence where one answers; more for lists, reasons and ways, and where it is uncertain. */
function chooseSentences({ ranked, asked }: ReadEvidence, most: number): RankedSentence[] {
  const [best] = ranked;
  if (best === undefined) return [];
  const { kind, many, expects } = asked.question;
  if (many || kind === 'list' || expects === 'enumeration') {
    return distinct(ranked)
      .filter(({ probability }) => probability >= BESIDE.several * best.probability)
      .slice(0, most);
  }
  if (best.probability >= ANSWERS_ALONE) {
    return kind === 'why' || kind === 'how' ? runAround(best, ranked, most) : [best];
  }
  return distinct(ranked)
    .filter(({ probability }) => probability >= BESIDE.uncertain * best.probability)
    .slice(0, most);
}

/** The best sentence, and the neighbour that goes on about it. */
function runAround(
  best: RankedSentence,
  ranked: readonly RankedSentence[],
  most: number,
): RankedSentence[] {
  const isBeside = ({ article, sentence, probability }: RankedSentence) =>
    article === best.article &&
    Math.abs(sentence.index - best.sentence.index) === 1 &&
    probability >= BESIDE.run * best.probability;
  return [best, ...ranked.filter(isBeside)].slice(0, Math.min(2, most));
}

function distinct(ranked: readonly RankedSentence[]): RankedSentence[] {
  const kept: RankedSentence[] = [];
  for (const one of ranked) {
    if (kept.length >= 8) break;
    if (!kept.some((other) => saysTheSame(other, one))) kept.push(one);
  }
  return kept;
}

/** Both sides beside each other, or null where one of them has no evidence of its own. */
function planComparison(
  { asked, weights, ranked }: ReadEvidence,
  [a, b]: readonly [ComparedSide, ComparedSide],
  { sentenceLength }: PlanLimits,
): AnswerPlan | null {
  const within = (side: ComparedSide) =>
    asked.words.map(({ token }) => token.start >= side.start && token.end <= side.end);
  const [ofA, ofB] = [within(a), within(b)];
  const share = (one: RankedSentence, own: readonly boolean[]) => {
    let total = 0;
    let found = 0;
    for (const [i, isOwn] of own.entries()) {
      if (!isOwn) continue;
      total += weights[i] ?? 0;
      found += (weights[i] ?? 0) * Math.max(one.strengths[i] ?? 0, (one.around[i] ?? 0) / 2);
    }
    return total === 0 ? 0 : found / total;
  };
  const groups = [
    { side: a, own: ofA, other: ofB },
    { side: b, own: ofB, other: ofA },
  ].map(({ side, own, other }) => ({
    heading: side.text,
    quotes: ranked
      .filter((one) => share(one, own) >= OWN_SHARE && share(one, own) > share(one, other))
      .map((one) => ({ one, worth: one.probability * (0.5 + share(one, own)) }))
      .sort((x, y) => y.worth - x.worth)
      .slice(0, SENTENCES_PER_SIDE)
      .map(({ one }) => quoteOf(one, weights, sentenceLength)),
  }));
  if (groups.some(({ quotes }) => quotes.length === 0)) return null;
  return { layout: 'comparison', short: null, groups };
}
