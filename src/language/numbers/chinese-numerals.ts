const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  兩: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};

const SMALL_UNITS: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
};

const LARGE_UNITS: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

/** Characters that a Chinese numeral is written with, for use inside a character class. */
export const CHINESE_NUMERAL_CHARACTERS =
  '〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟兩萬億';

/**
 * Value of a Chinese numeral, or null when the text is not one: `二十二` → 22, `两千四百` → 2400,
 * `二〇二五` → 2025, `3.5万` → 35000, `1亿2000万` → 120000000, `一百五` → 150.
 */
export function parseChineseNumeral(text: string): number | null {
  if (text === '') return null;
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  const positional = [...text].map((character) => DIGITS[character]);
  // Two digits side by side say "two or three" (两三天), unless one is a zero.
  const isPositional = positional.length > 2 || (positional.length === 2 && positional.includes(0));
  if (isPositional && positional.every((digit) => digit !== undefined)) {
    return Number(positional.join(''));
  }
  const [whole, fraction] = splitAtPoint(text);
  if (fraction !== null) return parseWithFraction(whole, fraction);
  return parseByUnits(text);
}

function splitAtPoint(text: string): [string, string | null] {
  const point = text.indexOf('点');
  return point < 0 ? [text, null] : [text.slice(0, point), text.slice(point + 1)];
}

/** `三点五` → 3.5, `一点二亿` → 120000000. */
function parseWithFraction(whole: string, fraction: string): number | null {
  const integer = parseByUnits(whole);
  const match = /^([〇零一二三四五六七八九]+)([万萬亿億]*)$/.exec(fraction);
  if (integer === null || match === null) return null;
  const digits = [...(match[1] ?? '')].map((character) => DIGITS[character]).join('');
  const scale = [...(match[2] ?? '')].reduce((sum, unit) => sum * (LARGE_UNITS[unit] ?? 1), 1);
  return roundToPrecision(Number(`${integer}.${digits}`) * scale);
}

function parseByUnits(text: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let lastUnit = 1;
  let sawSomething = false;
  for (const piece of text.match(/\d+(?:\.\d+)?|./gu) ?? []) {
    const smallUnit = SMALL_UNITS[piece];
    const largeUnit = LARGE_UNITS[piece];
    if (smallUnit !== undefined) {
      section += (digit ?? 1) * smallUnit;
      digit = null;
      lastUnit = smallUnit;
    } else if (largeUnit !== undefined) {
      if (!sawSomething) return null;
      // 亿 after 万 (一万亿) scales everything before it; otherwise only the section.
      if (total > 0 && largeUnit > lastUnit && lastUnit >= 1e4) {
        total = (total + section + (digit ?? 0)) * largeUnit;
      } else {
        total += (section + (digit ?? 0)) * largeUnit;
      }
      section = 0;
      digit = null;
      lastUnit = largeUnit;
    } else {
      const value = DIGITS[piece] ?? (/^\d/.test(piece) ? Number(piece) : undefined);
      if (value === undefined || (digit !== null && digit !== 0)) return null;
      digit = value;
      if (value === 0) lastUnit = 1;
    }
    sawSomething = true;
  }
  if (!sawSomething) return null;
  // The colloquial last digit takes the next lower unit: 一百五 is 150, 两万三 is 23000.
  const tail = digit === null ? 0 : lastUnit > 10 ? (digit * lastUnit) / 10 : digit;
  return roundToPrecision(total + section + tail);
}

/** Removes the floating point noise that scaling a decimal leaves (472.58 × 1e8). */
export function roundToPrecision(value: number): number {
  return Number(value.toPrecision(12));
}
