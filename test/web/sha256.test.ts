import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256 } from '../../web/src/proof/sha256.ts';

it('is the SHA-256 of any text, also where only its source is carried along', () => {
  const carried = new Function(`return (${sha256.toString()})`)() as typeof sha256;
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const expected = createHash('sha256').update(text, 'utf8').digest('hex');
      expect(sha256(text)).toBe(expected);
      expect(carried(text)).toBe(expected);
    }),
  );
});
