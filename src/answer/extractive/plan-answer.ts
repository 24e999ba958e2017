import type { AnswerLayout } from '../../core/answer.ts';
import type { Question } from '../../core/composer.ts';
import { rankForSide } from './rank-for-side.ts';
import type { RankedWindow } from './rank-windows.ts';
import type { SearchedEvidence } from './search-evidence.ts';
import { saysTheSame, selectWindows } from './select-windows.ts';
import { type ChosenAnswer, chooseShortAnswer } from './short-answer.ts';

/** What an answer will say, before it is worded. */
export interface AnswerPlan {
  readonly layout: AnswerLayout;
  readonly short: ChosenAnswer | null;
  readonly groups: readonly {
    readonly heading: string | null;
    readonly windows: readonly RankedWindow[];
  }[];
}

/** Sureness from which a short answer is shown. */
const SURE_ENOUGH_TO_SHOW = 0.6;
/** Sureness from which its sentence answers alone. */
const SURE_ENOUGH_TO_STAND_ALONE = 0.92;
const SUMMARY_SENTENCES = 5;
const SENTENCES_PER_SIDE = 2;

/** Chooses what to quote, in which order and under which headings. */
export function planAnswer(
  searched: SearchedEvidence,
  question: Pick<Question, 'standalone' | 'language'>,
  most: number,
): AnswerPlan {
  const { form, terms, ranked } = searched;
  if (form.kind === 'compare') {
    const plan = planComparison(searched);
    if (plan !== null) return plan;
  }
  const [best] = ranked;
  if (best === undefined) return { layout: 'paragraph', short: null, groups: [] };

  const chosen = chooseShortAnswer(searched, question.language);
  const short = chosen !== null && chosen.sureness >= SURE_ENOUGH_TO_SHOW ? chosen : null;
  const isSummary = form.kind === 'summary' || form.kind === 'timeline';
  const windows = selectWindows(ranked, short?.window ?? best, form, terms, {
    most: isSummary ? Math.max(most, SUMMARY_SENTENCES) : most,
    sure: short !== null && short.sureness >= SURE_ENOUGH_TO_STAND_ALONE,
  });
  const isList = windows.length > 1 && (form.many || isSummary);
  return { layout: isList ? 'list' : 'paragraph', short, groups: [{ heading: null, windows }] };
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
