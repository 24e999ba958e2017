import { z } from 'zod';
import type { SupportVerdict } from '../../src/core/answer.ts';
import type { Passage } from '../../src/core/passage.ts';
import { parseJsonLines, passagesByText, shownPassageSchema } from './quoted-passages.ts';

const claimSchema = z.object({
  id: z.string(),
  question: z.string(),
  claim: z.string().min(1),
  /** Whether the articles hold the claim. */
  supported: z.boolean(),
  /** What was falsified; `citation` where the claim is true and its passages are the wrong ones. */
  changed: z.string().nullable().default(null),
  passages: z.array(shownPassageSchema).min(1),
});

/** A sentence of an answer with the passages it cites, and whether it is true. */
export type JudgedClaim = z.infer<typeof claimSchema>;

/** `null` for a sentence that says nothing by itself, which has no verdict. */
export type ClaimVerdict = SupportVerdict | null;

export interface ClaimsReport {
  readonly claims: number;
  /** Share of the true claims with each verdict. */
  readonly trueSupported: number;
  readonly trueUnsupported: number;
  /** Share of the false claims that are not called supported. */
  readonly falseCaught: number;
  /** The same for each kind of falsification. */
  readonly byKind: Readonly<Record<string, number>>;
  /** Mean of the F1 of "supported" and of "not supported". */
  readonly macroF1: number;
}

export interface ClaimOutcome {
  readonly claim: JudgedClaim;
  readonly verdict: ClaimVerdict;
}

/**
 * Judges a sentence.
 * @param cited passages that it cites
 * @param others what other answers to the same question cite: where else the product would look
 */
export type JudgeClaim = (
  claim: JudgedClaim,
  cited: readonly Passage[],
  others: readonly Passage[],
) => ClaimVerdict | Promise<ClaimVerdict>;

/**
 * Reads claims, one JSON object a line: `id`, `question`, `claim`, `supported`, `changed`, `passages`.
 * @throws {YinzhengError} `usage` naming the first line that is not of the form
 */
export function parseClaims(jsonLines: string, path: string): JudgedClaim[] {
  const form = 'id, question, claim, supported and passages';
  return parseJsonLines(jsonLines, claimSchema, { path, option: '--claims', form });
}

/** Judges every claim and counts how the verdicts agree with the truth. */
export async function evaluateClaims(
  claims: readonly JudgedClaim[],
  judge: JudgeClaim,
  onOutcome: (outcome: ClaimOutcome) => void = () => {},
): Promise<ClaimsReport> {
  const passages = passagesByText(claims.flatMap((claim) => claim.passages));
  const byQuestion = new Map<string, Set<string>>();
  for (const { question, passages: shown } of claims) {
    const texts = byQuestion.get(question) ?? new Set();
    for (const { text } of shown) texts.add(text);
    byQuestion.set(question, texts);
  }
  const find = (texts: Iterable<string>) => [...texts].flatMap((text) => passages.get(text) ?? []);
  const outcomes: ClaimOutcome[] = [];
  for (const claim of claims) {
    const own = claim.passages.map(({ text }) => text);
    const others = [...(byQuestion.get(claim.question) ?? [])].filter(
      (text) => !own.includes(text),
    );
    const outcome = { claim, verdict: await judge(claim, find(own), find(others)) };
    onOutcome(outcome);
    outcomes.push(outcome);
  }
  return reportOf(outcomes);
}

function reportOf(outcomes: readonly ClaimOutcome[]): ClaimsReport {
  const isTrue = ({ claim }: ClaimOutcome) => claim.supported;
  const isPassed = ({ verdict }: ClaimOutcome) => verdict === 'supported' || verdict === null;
  const trueOnes = outcomes.filter(isTrue);
  const falseOnes = outcomes.filter((outcome) => !isTrue(outcome));
  const caughtOf = (some: readonly ClaimOutcome[]) =>
    share(some.filter((outcome) => !isPassed(outcome)).length, some.length);
  const kinds = [...new Set(falseOnes.map(({ claim }) => claim.changed ?? 'other'))].sort();
  const truePassed = trueOnes.filter(isPassed).length;
  const falsePassed = falseOnes.filter(isPassed).length;
  return {
    claims: outcomes.length,
    trueSupported: share(
      trueOnes.filter(({ verdict }) => verdict === 'supported').length,
      trueOnes.length,
    ),
    trueUnsupported: share(
      trueOnes.filter(({ verdict }) => verdict === 'unsupported').length,
      trueOnes.length,
    ),
    falseCaught: caughtOf(falseOnes),
    byKind: Object.fromEntries(
      kinds.map((kind) => [
        kind,
        caughtOf(falseOnes.filter(({ claim }) => (claim.changed ?? 'other') === kind)),
      ]),
    ),
    macroF1: round(
      (f1(truePassed, falsePassed, trueOnes.length - truePassed) +
        f1(falseOnes.length - falsePassed, trueOnes.length - truePassed, falsePassed)) /
        2,
    ),
  };
}

function f1(right: number, wrong: number, missed: number): number {
  return right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : round(part / whole);
}

/** Shares are given to a thousandth. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
