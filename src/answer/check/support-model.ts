import type { SupportVerdict } from '../../core/answer.ts';
import type { CheckFailure } from './flaw.ts';
import { FEATURE_NAMES, type SupportFeatures } from './support-features.ts';
import { BIAS, PARTLY, SUPPORTED, WEIGHTS } from './support-weights.ts';

export const FINDING_IDS = [
  'quotation',
  'number',
  'date',
  'name',
  'negation',
  'opposite',
  'bearer',
  'binding',
  'scope',
  'open',
  'part',
] as const;
export type FindingId = (typeof FINDING_IDS)[number];

/** What a rule found wrong with a sentence, and which rule. */
export interface Finding extends CheckFailure {
  readonly id: FindingId;
}

/** What is weighed, in the order of the weights. */
export const INPUT_NAMES = [
  ...FEATURE_NAMES,
  ...FINDING_IDS.map((id) => `${id}Wrong` as const),
  'partlyWrong',
  'wrongAcross',
  'unsaidAcross',
] as const;
export type InputName = (typeof INPUT_NAMES)[number];

/** Findings that are facts by themselves: with one of them a sentence never passes. */
const VETOES: ReadonlySet<FindingId> = new Set(['quotation', 'number', 'date', 'name', 'negation']);

/** All where the source has most is a fact as well; only where it has no such word is none. */
export function isVeto({ id, verdict }: Finding): boolean {
  return VETOES.has(id) || (id === 'scope' && verdict === 'unsupported');
}

/** Features and findings as numbers. */
export function inputsOf(features: SupportFeatures, findings: readonly Finding[]): number[] {
  const across = features.acrossLanguages;
  const values: Record<InputName, number> = {
    ...features,
    ...(Object.fromEntries(
      FINDING_IDS.map((id) => [
        `${id}Wrong`,
        findings.some((finding) => finding.id === id) ? 1 : 0,
      ]),
    ) as Record<`${FindingId}Wrong`, number>),
    partlyWrong:
      findings.length > 0 && findings.every(({ verdict }) => verdict === 'partly') ? 1 : 0,
    wrongAcross: across * Math.min(1, findings.length),
    unsaidAcross: across * features.unsaid,
  };
  return INPUT_NAMES.map((name) => values[name]);
}

/** How likely a sentence is held by its quotes, from 0 to 1: a logistic regression. */
export function supportProbability(
  features: SupportFeatures,
  findings: readonly Finding[],
): number {
  const sum = inputsOf(features, findings).reduce(
    (total, value, i) => total + value * WEIGHTS[INPUT_NAMES[i] as InputName],
    BIAS,
  );
  return 1 / (1 + Math.exp(-sum));
}

/** The verdict on a sentence that is so likely; what a veto speaks against is never supported. */
export function verdictOf(probability: number, findings: readonly Finding[]): SupportVerdict {
  if (probability < PARTLY) return 'unsupported';
  return probability < SUPPORTED || findings.some(isVeto) ? 'partly' : 'supported';
}
