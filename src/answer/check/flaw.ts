import type { SentenceSupport } from '../../core/answer.ts';

/** What a rule found wrong with a sentence. */
export interface CheckFailure {
  readonly verdict: 'partly' | 'unsupported';
  readonly rule: Exclude<SentenceSupport['rule'], 'quoted' | 'second-reading'>;
  /** The piece of the sentence that failed, as it stands there; null for the whole sentence. */
  readonly failed: string | null;
}

/** The graver of two flaws, the first where they weigh the same. */
export function moreSevere(
  first: CheckFailure | null,
  second: CheckFailure | null,
): CheckFailure | null {
  if (first === null || second === null) return first ?? second;
  return first.verdict === 'partly' && second.verdict === 'unsupported' ? second : first;
}
