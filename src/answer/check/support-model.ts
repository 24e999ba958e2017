import type { SupportVerdict } from '../../core/answer.ts';
import type { CheckFailure } from './flaw.ts';
import { FEATURE_NAMES, type SupportFeatures } from './support-features.ts';
import { BIAS, PARTLY, SUPPORTED, WEIGHTS } from './support-weights.ts';

/** The rules, by what they look at. */
export const RULE_IDS = [
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
export type RuleId = (typeof RULE_IDS)[number];

/** What a rule found wrong with a sentence, and which rule. */
export interface Finding extends CheckFailure {
  readonly id: RuleId;
}

/** How likely a sentence in which no rule finds anything is held by its quotes, from 0 to 1: a logistic regression. */
export function supportProbability(features: SupportFeatures): number {
  const sum = FEATURE_NAMES.reduce((total, name) => total + WEIGHTS[name] * features[name], BIAS);
  return 1 / (1 + Math.exp(-sum));
}

/** Share of a sentence's words left unsaid from which nothing of it is held. */
const ALL_UNSAID = 0.7;
/** Names and denials that only another language's words speak against may be said in others of its words. */
const UNSURE_ACROSS: ReadonlySet<RuleId> = new Set(['name', 'negation', 'opposite']);

/**
 * The verdict on a sentence: what a rule speaks against is never supported.
 * @param isAcross whether sentence and quotes are of two languages
 */
export function verdictOf(
  features: SupportFeatures,
  findings: readonly Finding[],
  isAcross: boolean,
): SupportVerdict {
  const probability = supportProbability(features);
  const isFalse = findings.some(
    ({ id, verdict }) => verdict === 'unsupported' && !(isAcross && UNSURE_ACROSS.has(id)),
  );
  if (probability < PARTLY || features.unsaid >= ALL_UNSAID || isFalse) return 'unsupported';
  return probability < SUPPORTED || findings.length > 0 ? 'partly' : 'supported';
}
