import fc from 'fast-check';
import { expect, it } from 'vitest';
import { replaceRadicals } from '../../../src/language/characters/radicals.ts';

it('writes the words that radicals stand for, each in its place', () => {
  expect(replaceRadicals('泰晤⼠河⽔闸，⼈⺠⽣活，⻔⻥⻓⻰⻳')).toBe(
    '泰晤士河水闸，人民生活，门鱼长龙龟',
  );
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 0x2f00, max: 0x2fd5 }),
      (text, code) => {
        const radical = String.fromCharCode(code);
        const replaced = replaceRadicals(text + radical + text);
        expect(replaced).toHaveLength(2 * text.length + 1);
        expect(replaced.charAt(text.length)).toMatch(/^[\u4e00-\u9fff]$/u);
      },
    ),
  );
});
