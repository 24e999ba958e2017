import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TermDictionary } from '../../../src/index/keyword/term-dictionary.ts';

describe('TermDictionary', () => {
  it('gives every term its place and every other term -1, in any script', () => {
    const terms = fc.uniqueArray(
      fc.string({ unit: fc.constantFrom(...'上海合作组织 abcdé😀組\u0000'), maxLength: 4 }),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(terms, terms, (known, others) => {
        const dictionary = TermDictionary.of(known);
        expect(dictionary.size).toBe(known.length);
        expect(known.map((term) => dictionary.numberOf(term))).toEqual([...known.keys()]);
        const absent = others.filter((term) => !known.includes(term));
        expect(absent.filter((term) => dictionary.numberOf(term) !== -1)).toEqual([]);
      }),
    );
  });
});
