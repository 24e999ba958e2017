import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, toHalfWidth } from '../../../src/language/characters/fold.ts';
import { createSimplifier } from '../../../src/language/characters/simplify.ts';

describe('folding', () => {
  it.each([
    ['ＳＣＯ　２０２５', 'sco 2025'],
    ['Beyoncé, École, NAÏVE', 'beyonce, ecole, naive'],
    ['５.２％', '5.2%'],
    ['上海精神', '上海精神'],
    ['İstanbul', 'istanbul'],
  ])('%s → %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('keeps every offset, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = foldText(text);
        expect(folded).toHaveLength(text.length);
        expect(foldText(folded)).toBe(folded);
      }),
    );
  });

  it('folds each part of a text as it folds the whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(foldText(a + b)).toBe(foldText(a) + foldText(b));
      }),
    );
  });

  it('narrows width alone where case matters', () => {
    expect(toHalfWidth('Ｄｏｎｇ　Jun（董军）')).toBe('Dong Jun(董军)');
  });
});

describe('Traditional to Simplified', () => {
  const simplify = createSimplifier();

  it.each([
    ['上海合作組織成員國國防部長會議', '上海合作组织成员国国防部长会议'],
    ['乾淨的頭髮', '干净的头发'],
    ['乾隆皇帝', '乾隆皇帝'],
    ['The SCO 上合组织', 'The SCO 上合组织'],
  ])('%s → %s', (traditional, simplified) => {
    expect(simplify(traditional)).toBe(simplified);
  });

  it('keeps every offset, whatever the text', () => {
    const han = fc.string({
      unit: fc.integer({ min: 0x3400, max: 0x9fff }).map((code) => String.fromCharCode(code)),
    });
    fc.assert(
      fc.property(fc.oneof(han, fc.string({ unit: 'binary' })), (text) => {
        expect(simplify(text)).toHaveLength(text.length);
      }),
    );
  });
});
