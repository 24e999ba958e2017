import { describe, expect, it } from 'vitest';
import { showQuote } from '../../../src/language/characters/show-quote.ts';

describe('a quote as shown', () => {
  it("leaves out the article's own reference marks, which would pass for ours", () => {
    expect(showQuote('It requires consensus among member states [4][8].')).toBe(
      'It requires consensus among member states.',
    );
  });

  it('leaves out marks that imitate citations in other brackets', () => {
    expect(showQuote('会议在青岛举行【1】。')).toBe('会议在青岛举行。');
    expect(showQuote('会议在青岛举行［12］。')).toBe('会议在青岛举行。');
  });

  it('stands on one line', () => {
    expect(showQuote('first\nsecond')).toBe('first second');
  });
});
