import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNumbers, numbersAgree } from '../../../src/language/numbers/numbers.ts';

function describeNumbers(text: string): string[] {
  return findNumbers(text).map(
    ({ value, kind, unit }) =>
      `${Number(value.toFixed(4))} ${kind}${unit === null ? '' : ` ${unit}`}`,
  );
}

describe('reference marks', () => {
  it.each(['据报道[1][2]', 'It treated many [2, 3]. He said so [4-6]', '见［1］和【12】'])(
    'count nothing: %s',
    (text) => {
      expect(findNumbers(text)).toEqual([]);
    },
  );

  it('leave the numbers beside them alone', () => {
    expect(describeNumbers('It treated 300 patients [2][3] in [2025].')).toEqual([
      '300 cardinal',
      '2025 cardinal',
    ]);
  });
});

describe('findNumbers', () => {
  it.each([
    ['惠及2400多名官员', ['2400 cardinal 名']],
    ['benefiting more than 2,400 officials', ['2400 cardinal']],
    ['两千四百名', ['2400 cardinal 名']],
    ['3.5万人', ['35000 cardinal 人']],
    ['1.2亿', ['120000000 cardinal']],
    ['1亿2000万', ['120000000 cardinal']],
    ['1.2 billion people', ['1200000000 cardinal']],
    ['三分之一', ['0.3333 fraction']],
    ['a third of them', ['0.3333 fraction']],
    ['百分之五', ['5 percent %']],
    ['5.2%', ['5.2 percent %']],
    ['5.2 percent', ['5.2 percent %']],
    ['7.52‰', ['0.752 percent %']],
    ['增长5-8%', ['5 percent %', '8 percent %']],
    ['提高5.2个百分点', ['5.2 percentage-points %']],
    ['第二十二次会晤', ['22 ordinal 次']],
    ['the 22nd meeting', ['22 ordinal']],
    ['the twenty-second meeting', ['22 ordinal']],
    ['第四届', ['4 ordinal 届']],
    ['twenty-two projects', ['22 cardinal']],
    ['two hundred and five', ['205 cardinal']],
    ['a hundred people', ['100 cardinal']],
    ['12 个项目', ['12 cardinal 个']],
    ['六国', ['6 cardinal 国']],
    ['472.58亿元', ['47258000000 money CNY']],
    ['47.258 billion yuan', ['47258000000 money CNY']],
    ['$1.2 billion', ['1200000000 money USD']],
    ['5美元', ['5 money USD']],
    ['增长3倍', ['3 multiple 倍']],
    ['首次访问', ['1 ordinal']],
    ['the first visit', ['1 ordinal']],
    ['三成五以上', ['35 percent %']],
    ['１２个', ['12 cardinal 个']],
    ['比分3比1', ['3 cardinal', '1 cardinal']],
    ['零下5度，涨幅+3%', ['5 cardinal 度', '3 percent %']],
    // Names, idioms and lone ones count nothing.
    ['一带一路、三亚、五粮液、四川', []],
    ['十分重要，千万不要，万一，一致同意，统一', []],
    ['G20, RTX4090 and F-35; one of a kind', []],
  ])('reads %s', (text, expected) => {
    expect(describeNumbers(text)).toEqual(expected);
  });

  it('leaves out what stands in the given spans', () => {
    expect(findNumbers('2025年有3个', [{ start: 0, end: 5 }]).map(({ value }) => value)).toEqual([
      3,
    ]);
  });

  it('reads every Chinese and English form of a whole number as that number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 99_999_999 }), (value) => {
        const forms = [String(value), value.toLocaleString('en-US'), chineseNumeral(value)];
        for (const form of forms) {
          expect(findNumbers(`共${form}名`).map((number) => number.value)).toEqual([value]);
        }
      }),
    );
  });
});

describe('numbersAgree', () => {
  const agree = (first: string, second: string) => {
    const [a] = findNumbers(first);
    const [b] = findNumbers(second);
    return a !== undefined && b !== undefined && numbersAgree(a, b);
  };
  it.each([
    ['两千四百名', '2,400 officials'],
    ['1.2亿人', '120 million people'],
    ['第二十二次', 'the 22nd'],
    ['百分之五', '5 percent'],
    ['三分之一', 'one-third of'],
    ['50%', '一半'],
    ['472.58亿元', '47.258 billion yuan'],
    ['12个', 'twelve'],
  ])('%s is %s', (first, second) => expect(agree(first, second)).toBe(true));
  it.each([
    ['2400名', '2500名'],
    ['5%', '5个'],
    ['5亿元', '500 million dollars'],
    ['5个百分点', '5%'],
  ])('%s is not %s', (first, second) => expect(agree(first, second)).toBe(false));
});

/** Written out the textbook way, as a twin of the parser. */
function chineseNumeral(value: number): string {
  if (value >= 10_000) {
    const rest = value % 10_000;
    const zero = rest > 0 && rest < 1000 ? '零' : '';
    return `${chineseNumeral(Math.floor(value / 10_000))}万${zero}${rest > 0 ? chineseNumeral(rest) : ''}`;
  }
  let text = '';
  let pendingZero = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) pendingZero = text !== '';
    else {
      text += `${pendingZero ? '零' : ''}${'零一二三四五六七八九'[digit]}${name}`;
      pendingZero = false;
    }
  }
  return text;
}
