import type { AnswerLayout } from '../../core/answer.ts';
import type { Language } from '../../core/article.ts';
import type { Question } from '../../core/composer.ts';
import { ANSWER_PHRASES } from '../answer-phrases.ts';
import { judgePolarity } from '../short-answer/judge-polarity.ts';
import { rankForSide } from './rank-for-side.ts';
import type { RankedWindow } from './rank-windows.ts';
import type { EvidenceSearchParts, SearchedEvidence } from './search-evidence.ts';
import { saysTheSame, selectWindows } from './select-windows.ts';
import { type ChosenAnswer, chooseShortAnswer, evidenceOf } from './short-answer.ts';

/** What an answer will say, before it is worded. */
export interface AnswerPlan {
  readonly layout: AnswerLayout;
  readonly short: ChosenAnswer | null;
  readonly groups: readonly {
    readonly heading: string | null;
    /** Said where there are no windows, or null. */
    readonly empty?: string | undefined;
    readonly windows: readonly RankedWindow[];
  }[];
}

const SUMMARY_SENTENCES = 5;
const SENTENCES_PER_SIDE = 2;

/** What was found for a part of a question; null where nothing answers it. */
export interface SearchedPart {
  readonly label: string;
  readonly searched: SearchedEvidence | null;
}

/**
 * A question answered part by part, or a comparison side by side: each with its own sentences, and
 * an empty one says so.
 */
export function planParts(
  parts: readonly SearchedPart[],
  language: Language,
  isComparison: boolean,
  tools: EvidenceSearchParts,
): AnswerPlan {
  const used: RankedWindow[] = [];
  const shorts: ChosenAnswer[] = [];
  const groups = parts.map(({ label, searched }) => {
    const empty = ANSWER_PHRASES[language].partNotStated;
    const short = searched === null ? null : chooseShortAnswer(searched, language, tools);
    const first = short?.window ?? searched?.ranked[0];
    if (searched === null || first === undefined) return { heading: label, windows: [], empty };
    if (short !== null) shorts.push(short);
    const windows = selectWindows(searched.ranked, first, searched.form, searched.terms, {
      most: isComparison ? SENTENCES_PER_SIDE : 1,
      sure: true,
    }).filter((window) => !isComparison || !used.some((one) => saysTheSame(one, window)));
    used.push(...windows);
    return { heading: label, windows, empty };
  });
  const [first] = shorts;
  const short =
    first === undefined ||
    shorts.length < parts.length ||
    isComparison ||
    // The same words twice answer one of the parts at most.
    new Set(shorts.map(({ text }) => text)).size < shorts.length
      ? null
      : joinShortAnswers(first, shorts, language);
  return { layout: isComparison ? 'comparison' : 'paragraph', short, groups };
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
    proofs: shorts.slice(1).map(({ window }) => window),
  };
}

/** Yes or no where the articles decide it, else what they say. */
function planPolarity(
  { form, ranked }: SearchedEvidence,
  language: Language,
  parts: EvidenceSearchParts,
): AnswerPlan | null {
  const phrases = ANSWER_PHRASES[language];
  const evidence = evidenceOf(ranked, parts);
  const judged = judgePolarity(form, evidence, parts);
  const [first] = evidence;
  if (judged === null) {
    if (first === undefined) return null;
    const groups = [{ heading: phrases.articlesSay, windows: [first.window] }];
    return { layout: 'paragraph', short: null, groups };
  }
  const { window } = judged.evidence;
  const text = judged.isYes ? phrases.yes : phrases.no;
  return {
    layout: 'paragraph',
    short: { text, original: null, window, others: [], proofs: [], sureness: 1 },
    groups: [{ heading: null, windows: [window] }],
  };
}

/** Chooses what to quote, in which order and under which headings. */
export function planAnswer(
  searched: SearchedEvidence,
  question: Pick<Question, 'standalone' | 'language'>,
  most: number,
  parts: EvidenceSearchParts,
): AnswerPlan {
  const { form, terms, ranked } = searched;
  if (form.kind === 'compare') {
    const plan = planComparison(searched);
    if (plan !== null) return plan;
  }
  const [best] = ranked;
  if (best === undefined) return { layout: 'paragraph', short: null, groups: [] };
  if (form.expects === 'polarity') {
    const plan = planPolarity(searched, question.language, parts);
    if (plan !== null) return plan;
  }

  const short = chooseShortAnswer(searched, question.language, parts);
  const isSummary = form.kind === 'summary' || form.kind === 'timeline';
  const windows = selectWindows(ranked, short?.window ?? best, form, terms, {
    most: isSummary ? Math.max(most, SUMMARY_SENTENCES) : Math.min(most, sentencesFor(form, short)),
    sure: short !== null,
  });
  const isList = windows.length > 1 && (form.many || isSummary);
  return { layout: isList ? 'list' : 'paragraph', short, groups: [{ heading: null, windows }] };
}

/** One sentence where one answers; more only where several things or their course are asked for. */
function sentencesFor(
  { kind, many, expects }: SearchedEvidence['form'],
  short: ChosenAnswer | null,
) {
  if (kind === 'why' || kind === 'how' || kind === 'compare') return 3;
  if (many || expects === 'remark' || expects === 'definition') return 3;
  return short === null ? 2 : 1;
}

/** Both sides beside each other, or null where one of them has no evidence. */
function planComparison({ form, terms, ranked }: SearchedEvidence): AnswerPlan | null {
  if (form.sides === null) return null;
  const [a, b] = form.sides;
  const used: RankedWindow[] = [];
  const groups = [
    { side: a, other: b },
    { side: b, other: a },
  ].map(({ side, other }) => {
    const windows = rankForSide(ranked, terms, side, other)
      .filter(
        (window) => !used.some((one) => one.window === window.window || saysTheSame(one, window)),
      )
      .slice(0, SENTENCES_PER_SIDE);
    used.push(...windows);
    return { heading: side.text, windows };
  });
  if (groups.some(({ windows }) => windows.length === 0)) return null;
  return { layout: 'comparison', short: null, groups };
}
