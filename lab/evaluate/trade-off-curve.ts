/** What one threshold of answerability refuses. Shares are from 0 to 1. */
export interface TradeOffPoint {
  readonly threshold: number;
  /** Of unanswerable questions. */
  readonly rejection: number;
  /** Of questions whose documents all hold the answer. */
  readonly falseRefusal: number;
  /** Of questions of whose documents one holds the answer. */
  readonly falseRefusalWithOneSource: number;
}

const STEPS = 20;

/**
 * Refusals at evenly spaced thresholds.
 * @param answerable probabilities given to answerable questions
 * @param oneSource probabilities given to questions that a single document answers
 * @param unanswerable probabilities given to unanswerable questions
 */
export function tradeOffCurve(
  answerable: readonly number[],
  oneSource: readonly number[],
  unanswerable: readonly number[],
): TradeOffPoint[] {
  return Array.from({ length: STEPS - 1 }, (_, i) => {
    const threshold = (i + 1) / STEPS;
    return {
      threshold,
      rejection: shareBelow(unanswerable, threshold),
      falseRefusal: shareBelow(answerable, threshold),
      falseRefusalWithOneSource: shareBelow(oneSource, threshold),
    };
  });
}

function shareBelow(values: readonly number[], threshold: number): number {
  if (values.length === 0) return 0;
  const below = values.filter((value) => value < threshold).length;
  return Math.round((1000 * below) / values.length) / 1000;
}
