/** A logistic regression: `1 / (1 + exp(-(intercept + weights · x)))`. */
export interface LogisticModel {
  readonly intercept: number;
  readonly weights: readonly number[];
}

export interface LogisticCase {
  readonly x: readonly number[];
  readonly isRight: boolean;
  /** What the case counts beside one of weight 1. */
  readonly weight: number;
}

const STEPS = 1_500;
const RATE = 0.5;

export function probability({ intercept, weights }: LogisticModel, x: readonly number[]): number {
  const logit = weights.reduce((sum, weight, i) => sum + weight * (x[i] ?? 0), intercept);
  return 1 / (1 + Math.exp(-logit));
}

/**
 * Fits by gradient descent on the log loss with an L2 penalty; the same cases give the same model.
 * @param penalty of the squared weights, beside a mean loss of about 1
 */
export function fitLogistic(cases: readonly LogisticCase[], penalty: number): LogisticModel {
  const width = cases[0]?.x.length ?? 0;
  const total = cases.reduce((sum, { weight }) => sum + weight, 0);
  let model: LogisticModel = { intercept: 0, weights: Array.from({ length: width }, () => 0) };
  for (let step = 0; step < STEPS; step++) {
    let slope = 0;
    const slopes = new Float64Array(width);
    for (const { x, isRight, weight } of cases) {
      const error = (weight * (probability(model, x) - (isRight ? 1 : 0))) / total;
      slope += error;
      for (let i = 0; i < width; i++) slopes[i] = (slopes[i] ?? 0) + error * (x[i] ?? 0);
    }
    model = {
      intercept: model.intercept - RATE * slope,
      weights: model.weights.map(
        (weight, i) => weight - RATE * ((slopes[i] ?? 0) + penalty * weight),
      ),
    };
  }
  return model;
}
