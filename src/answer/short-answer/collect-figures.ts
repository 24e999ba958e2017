import type { ReadQuestion } from '../../question/read-question.ts';
import type { RankedEvidence } from './choose-short-answer.ts';
import type { ShortAnswerParts } from './find-short-answer.ts';
import { readCandidates } from './read-candidates.ts';
import type { TypedCandidate } from './typed-candidate.ts';

/** One figure of what was asked, with who says so and when. */
export interface Figure {
  readonly candidate: TypedCandidate;
  readonly evidence: RankedEvidence;
  /** `YYYY-MM-DD`: the day that the sentence names, else of its publication; null where unknown. */
  readonly asOf: string | null;
}

const COUNTED: ReadonlySet<string> = new Set(['count', 'quantity', 'money', 'percentage']);
/** Form from which a number counts what was asked for. */
const FITS = 0.9;
/** Share of the best sentence's chance from which another is about the same matter. */
const SAME_MATTER = 0.4;
const MAX_FIGURES = 6;

/**
 * The figures that sources give of what was asked, the newest first, each value once; empty where
 * the question asks neither for the latest state nor for a total, or where all give the same.
 */
export function collectFigures(
  question: ReadQuestion,
  evidence: readonly RankedEvidence[],
  { names }: Pick<ShortAnswerParts, 'names'>,
): readonly Figure[] {
  const { expects, wantsLatest, wantsTotal } = question;
  if (!COUNTED.has(expects) || !(wantsLatest || wantsTotal)) return [];
  const most = Math.max(0, ...evidence.map(({ probability }) => probability));
  const found = evidence
    .filter(({ probability }) => probability >= SAME_MATTER * most)
    .flatMap((one): Figure[] => {
      const { sentence, article } = one;
      const [candidate, ...others] = readCandidates({
        question,
        sentence,
        following: [],
        names,
      }).filter(({ fit, isBound }) => fit >= FITS && (isBound || expects !== 'count'));
      if (candidate === undefined || others.some(({ key }) => key !== candidate.key)) return [];
      const named = sentence.dates.findLast(
        ({ granularity, to }) => granularity === 'day' && to !== null,
      );
      return [
        { candidate, evidence: one, asOf: named?.to ?? article.publishedAt?.slice(0, 10) ?? null },
      ];
    })
    .sort((a, b) => ((a.asOf ?? '') < (b.asOf ?? '') ? 1 : -1));
  const figures = found.filter(
    ({ candidate }, i) => found.findIndex((other) => other.candidate.key === candidate.key) === i,
  );
  return figures.length < 2 ? [] : figures.slice(0, MAX_FIGURES);
}
