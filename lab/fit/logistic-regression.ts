import { solveSymmetric } from './solve-symmetric.ts';

/** An example: features, its truth, and how much it counts. */
export interface Example {
  readonly features: readonly number[];
  readonly isTrue: boolean;
  readonly weight: number;
}

/** Bias first, then one weight for each feature. */
export type Coefficients = readonly number[];

const MAX_ROUNDS = 50;
const SMALL_STEP = 1e-6;

/**
 * Fits a logistic regression by Newton's method.
 * @param ridge how strongly weights are drawn to zero, the bias apart
 */
export function fitLogistic(examples: readonly Example[], ridge: number): Coefficients {
  const size = (examples[0]?.features.length ?? 0) + 1;
  let coefficients = new Array<number>(size).fill(0);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const gradient = coefficients.map((value, i) => (i === 0 ? 0 : ridge * value));
    const hessian = coefficients.map((_, i) =>
      coefficients.map((_, j) => (i === j ? (i === 0 ? 1e-6 : ridge) : 0)),
    );
    for (const { features, isTrue, weight } of examples) {
      const inputs = [1, ...features];
      const likely = probability(coefficients, features);
      const error = (likely - (isTrue ? 1 : 0)) * weight;
      const curve = likely * (1 - likely) * weight;
      for (const [i, left] of inputs.entries()) {
        gradient[i] = (gradient[i] ?? 0) + error * left;
        const row = hessian[i];
        if (row === undefined) continue;
        for (const [j, right] of inputs.entries()) row[j] = (row[j] ?? 0) + curve * left * right;
      }
    }
    const step = solveSymmetric(hessian, gradient);
    coefficients = coefficients.map((value, i) => value - (step[i] ?? 0));
    if (Math.max(...step.map(Math.abs)) < SMALL_STEP) break;
  }
  return coefficients;
}

/** From 0 to 1. */
export function probability(coefficients: Coefficients, features: readonly number[]): number {
  const [bias = 0, ...weights] = coefficients;
  const sum = weights.reduce((total, weight, i) => total + weight * (features[i] ?? 0), bias);
  return 1 / (1 + Math.exp(-sum));
}
