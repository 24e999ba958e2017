import type { NumberMention, NumberReading } from '../../core/sentence.ts';
import type { Span } from '../../core/span.ts';
import { allMatches } from '../characters/all-matches.ts';
import { WIDE_REFERENCE_MARK } from '../discourse/reference-marks.ts';
import { ENGLISH_NUMBER_RULES } from './rules/en.ts';
import { CHINESE_NUMBER_RULES } from './rules/zh.ts';

/** Points at a source, and counts nothing. */
const REFERENCE_MARKS = new RegExp(WIDE_REFERENCE_MARK, 'gu');
const RULES = [...CHINESE_NUMBER_RULES, ...ENGLISH_NUMBER_RULES];
const RANGE_SIGN = /^\s?(?:-|–|—|~|～|至|到|to)\s?$/u;

/**
 * Numbers in a text, in order: `2,400` and 两千四百, `1.2 billion` and 12亿, 三分之一, `5.2%`, 第二十二次 and
 * `22nd`. Digits inside a name (`G20`, `RTX4090`, 一带一路) and inside the `except` spans (dates) are
 * left out, and so are reference marks (`[1]`); "one", "a" and a lone 一 count nothing and are left
 * out too.
 */
export function findNumbers(text: string, except: readonly Span[] = []): NumberMention[] {
  const folded = text.replace(/[０-９．％，]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
  const taken = new Uint8Array(folded.length);
  for (const { start, end } of except) taken.fill(1, start, end);
  for (const { index, 0: mark } of allMatches(folded, REFERENCE_MARKS)) {
    taken.fill(1, index, index + mark.length);
  }
  const found: NumberMention[] = [];
  for (const { pattern, read } of RULES) {
    for (const match of allMatches(folded, pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken.subarray(start, end).includes(1)) continue;
      const reading = read(match);
      if (reading === null || !Number.isFinite(reading.value)) continue;
      taken.fill(1, start, end);
      found.push({ start, end, text: text.slice(start, end), ...reading });
    }
  }
  found.sort((a, b) => a.start - b.start);
  return found.map((mention, i) => shareUnit(mention, found[i + 1], folded));
}

/** In `5-8%` and 3至5亿美元 the first number has the unit of the second. */
function shareUnit(
  mention: NumberMention,
  next: NumberMention | undefined,
  text: string,
): NumberMention {
  if (next === undefined || mention.kind !== 'cardinal' || mention.unit !== null) return mention;
  if (next.kind === 'ordinal' || next.kind === 'fraction') return mention;
  if (!RANGE_SIGN.test(text.slice(mention.end, next.start))) return mention;
  return { ...mention, kind: next.kind, unit: next.unit };
}

/** Whether two numbers say the same, whatever script and form they are written in. */
export function numbersAgree(first: NumberReading, second: NumberReading): boolean {
  const tolerance = 1e-6 * Math.max(Math.abs(first.value), Math.abs(second.value));
  const sameValue = Math.abs(first.value - second.value) <= tolerance;
  if (first.kind === second.kind) {
    const sameCurrency = first.kind !== 'money' || first.unit === second.unit;
    return (
      sameCurrency && (sameValue || (first.kind === 'fraction' && closeFraction(first, second)))
    );
  }
  const kinds = [first.kind, second.kind];
  if (kinds.includes('fraction') && kinds.includes('percent')) {
    const [fraction, percent] = first.kind === 'fraction' ? [first, second] : [second, first];
    return Math.abs(fraction.value * 100 - percent.value) < 0.005;
  }
  return sameValue && AGREEING_KINDS.has(kinds.sort().join(' '));
}

/** A sum may be written without its currency; 22 may stand for the 22nd in a title. */
const AGREEING_KINDS = new Set(['cardinal money', 'cardinal ordinal', 'cardinal multiple']);

function closeFraction(first: NumberReading, second: NumberReading): boolean {
  return Math.abs(first.value - second.value) < 1e-6;
}
