import fc from 'fast-check';
import { expect, it } from 'vitest';
import { choleskyFactor, solveLower } from '../../../lab/build/cholesky.ts';

const SIZE = 5;
const vector = fc
  .array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: SIZE, maxLength: SIZE })
  .map((values) => Float64Array.from(values));

it('the factor times its transpose is the matrix, and solving undoes the factor', () => {
  fc.assert(
    fc.property(fc.array(vector, { minLength: SIZE, maxLength: 20 }), vector, (samples, x) => {
      const matrix = new Float64Array(SIZE * SIZE);
      for (let i = 0; i < SIZE; i++) {
        for (let j = 0; j < SIZE; j++) {
          const sum = samples.reduce((total, s) => total + (s[i] ?? 0) * (s[j] ?? 0), 0);
          matrix[i * SIZE + j] = sum + (i === j ? 1 : 0);
        }
      }
      const factor = choleskyFactor(matrix, SIZE);
      const row = (i: number) => factor.subarray(i * SIZE, (i + 1) * SIZE);
      const dot = (a: Float64Array, b: Float64Array) =>
        a.reduce((total, value, i) => total + value * (b[i] ?? 0), 0);
      for (let i = 0; i < SIZE; i++) {
        for (let j = 0; j < SIZE; j++) {
          expect(dot(row(i), row(j))).toBeCloseTo(matrix[i * SIZE + j] ?? 0, 6);
        }
      }
      const product = x.map((_, i) => dot(row(i), x));
      solveLower(factor, product).forEach((value, i) => {
        expect(value).toBeCloseTo(x[i] ?? 0, 6);
      });
    }),
  );
});

it('a matrix that is not positive definite is refused', () => {
  expect(() => choleskyFactor(Float64Array.from([0, 0, 0, 1]), 2)).toThrow(RangeError);
  expect(() => choleskyFactor(Float64Array.from([1, 2, 2, 1]), 2)).toThrow(RangeError);
});
