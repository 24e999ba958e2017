import { describe, expect, it } from 'vitest';
import { findReferenceMarks } from '../../../src/language/discourse/reference-marks.ts';

function withoutMarks(text: string): string {
  return findReferenceMarks(text).reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
    text,
  );
}

describe('findReferenceMarks', () => {
  it('finds runs of marks with the blank before them', () => {
    expect(
      withoutMarks('in the region [1][2][4]. Group 1: Trade grew [3-5] in 2024 [12, 13].'),
    ).toBe('in the region. Group 1: Trade grew in 2024.');
  });

  it('leaves other brackets', () => {
    for (const text of ['the year [2025] and [sic]', '[注] 见《公报》', '']) {
      expect(findReferenceMarks(text)).toEqual([]);
    }
  });
});
