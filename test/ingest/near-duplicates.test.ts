import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCopies } from '../../src/ingest/near-duplicates.ts';

const news =
  '上海合作组织成员国国防部长会议在山东青岛举行，中国国防部长董军主持会议并发言。今年中国是上合组织轮值主席国，此次防长会是落实轮值主席国工作的重要活动。各方在国际和地区安全问题上进行了沟通交流，凝聚了共识，表示要加强防务安全合作。';

/** The definition, without sketches: Jaccard similarity of runs of four Chinese characters. */
function similarity(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => {
    const units = text.match(/\p{Script=Han}/gu) ?? [];
    return new Set(units.slice(3).map((_, index) => units.slice(index, index + 4).join('')));
  });
  if (left === undefined || right === undefined) return 0;
  const shared = [...left].filter((run) => right.has(run)).length;
  return shared / (left.size + right.size - shared);
}

describe('findCopies', () => {
  it('finds a reprint under another dateline, and the earlier one it repeats', () => {
    const other =
      '辽宁省民间友好论坛在沈阳开幕，来自各国的代表就城市合作、文化交流与青年往来展开讨论。';
    const reprint = `本报青岛电 ${news}（记者 李明）`;
    expect(findCopies([other, news, reprint])).toEqual([
      { copy: 2, original: 1, similarity: expect.closeTo(similarity(news, reprint), 5) },
    ]);
  });

  it('finds an English reprint', () => {
    const text =
      'The defence ministers of the member states met in Qingdao on Wednesday and agreed to deepen their cooperation in security, joint training and the fight against terrorism.';
    expect(findCopies([text, `QINGDAO - ${text}`])).toMatchObject([{ copy: 1, original: 0 }]);
  });

  it('does not take a template filled with other figures for a copy', () => {
    const report = (figures: readonly string[]) =>
      `截至收盘，该公司报收于${figures[0]}元，上涨${figures[1]}%，换手率${figures[2]}%，成交量${figures[3]}万手，成交额${figures[4]}亿元，资金流向数据方面，主力资金净流出，占总成交额的比重较高，游资资金净流入，散户资金净流入。`;
    const copies = findCopies([
      report(['83.01', '1.1', '1.42', '5.89', '4.93']),
      report(['73.8', '2.11', '0.96', '3.97', '2.98']),
      report(['73.8', '2.11', '0.96', '3.97', '2.98']),
    ]);
    expect(copies).toEqual([{ copy: 2, original: 1, similarity: 1 }]);
  });

  it('agrees with the definition on texts cut and joined at random', () => {
    const alphabet = Array.from(new Set(news.replace(/\P{Script=Han}/gu, '')));
    const sentence = fc
      .array(fc.constantFrom(...alphabet), { minLength: 12, maxLength: 12 })
      .map((characters) => characters.join(''));
    const text = fc.array(sentence, { minLength: 8, maxLength: 12 });
    fc.assert(
      fc.property(text, fc.nat(11), sentence, fc.nat(11), (sentences, at, changed, cut) => {
        const original = sentences.join('');
        const copy = sentences
          .with(at % sentences.length, changed)
          .slice(0, 12 - cut)
          .join('');
        const expected = similarity(original, copy);
        fc.pre(Math.abs(expected - 0.7) > 0.05);
        const found = findCopies([original, copy]);
        if (expected < 0.7) expect(found).toEqual([]);
        else expect(found[0]?.similarity).toBeCloseTo(expected, 5);
      }),
      { numRuns: 300 },
    );
  });
});
