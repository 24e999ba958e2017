import type { SupportVerdict } from '../../core/answer.ts';
import type { CheckFailure } from './flaw.ts';
import { FEATURE_NAMES, type SupportFeatures } from './support-features.ts';
import { BIAS, PARTLY, SUPPORTED, WEIGHTS } from './support-weights.ts';

/** Rules whose findings are facts by themselves: with one of them a sentence never passes. */
const VETOES = ['quotation', 'number', 'date', 'name', 'negation', 'scope'] as const;
/** Rules whose findings are weighed with the features. */
export const WEIGHED_RULES = ['opposite', 'bearer', 'binding', 'open', 'part'] as const;
export const RULE_IDS = [...VETOES, ...WEIGHED_RULES] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** What a rule found wrong with a sentence, and which rule. */
export interface Finding extends CheckFailure {
  readonly id: RuleId;
}

/** What is weighed. */
export const INPUT_NAMES = [...FEATURE_NAMES, ...WEIGHED_RULES] as const;
export type InputName = (typeof INPUT_NAMES)[number];

/** Features and findings as numbers, in the order of `INPUT_NAMES`. */
export function inputsOf(features: SupportFeatures, findings: readonly Finding[]): number[] {
  return [
    ...FEATURE_NAMES.map((name) => features[name]),
    ...WEIGHED_RULES.map((rule) => (findings.some(({ id }) => id === rule) ? 1 : 0)),
  ];
}

/** How likely a sentence without a veto is held by its quotes, from 0 to 1: a logistic regression. */
export function supportProbability(
  features: SupportFeatures,
  findings: readonly Finding[],
): number {
  const inputs = inputsOf(features, findings);
  const sum = INPUT_NAMES.reduce(
    (total, name, i) => total + WEIGHTS[name] * (inputs[i] ?? 0),
    BIAS,
  );
  return 1 / (1 + Math.exp(-sum));
}

/** Whether a finding lets no sentence pass. */
export function isVeto({ id }: Finding): boolean {
  return (VETOES as readonly RuleId[]).includes(id);
}

/** Names and denials that only another language's words speak against may be said in others of its words. */
const UNSURE_ACROSS: ReadonlySet<RuleId> = new Set(['name', 'negation', 'opposite']);

/**
 * The verdict on a sentence that is so likely; what a veto speaks against is never supported.
 * @param isAcross whether sentence and quotes are of two languages
 */
export function verdictOf(
  probability: number,
  findings: readonly Finding[],
  isAcross: boolean,
): SupportVerdict {
  const isFalse = findings.some(
    ({ id, verdict }) => verdict === 'unsupported' && !(isAcross && UNSURE_ACROSS.has(id)),
  );
  if (probability < PARTLY || isFalse) return 'unsupported';
  return probability < SUPPORTED || findings.some(isVeto) ? 'partly' : 'supported';
}
