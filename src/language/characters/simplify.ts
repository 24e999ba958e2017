import { ConverterBuilder } from 'opencc-js/core';
import * as preset from 'opencc-js/preset/t2cn';
import { mapCodeUnits } from './fold.ts';

/** Writes Traditional Chinese characters as Simplified ones, code unit by code unit. */
export type Simplify = (text: string) => string;

/** The usual Simplified form of each code unit by itself: what OpenCC's dictionary has of single ones. */
function simplifiedCodeUnits(): Uint16Array {
  const table = new Uint16Array(0x10000).map((_, code) => code);
  const { cn = [] } = preset.to;
  for (const dictionary of cn.flat()) {
    const pairs =
      typeof dictionary === 'string'
        ? dictionary.split('|').map((pair) => pair.split(' '))
        : dictionary;
    for (const [from = '', to = ''] of pairs) {
      if (from.length === 1 && to.length === 1) table[from.charCodeAt(0)] = to.charCodeAt(0);
    }
  }
  return table;
}

/**
 * Traditional → Simplified that keeps the length of the text, so offsets hold on both. OpenCC's
 * phrases decide where a character has two Simplified forms (乾淨 → 干净, 乾隆 → 乾隆); they are asked
 * only about texts that hold a Traditional character, since a table finds that out much faster.
 */
export function createSimplifier(): Simplify {
  const table = simplifiedCodeUnits();
  // Its phrases take longer to arrange than all else here, and most texts need none.
  let convert: Simplify | undefined;
  return (text) => {
    const mapped = mapCodeUnits(text, table);
    if (mapped === text) return text;
    convert ??= ConverterBuilder(preset)({ from: 't', to: 'cn' });
    const converted = convert(text);
    return converted.length === text.length ? converted : mapped;
  };
}
