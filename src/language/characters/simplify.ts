import { Converter } from 'opencc-js/t2cn';
import { mapCodeUnits } from './fold.ts';

/** Writes Traditional Chinese characters as Simplified ones, code unit by code unit. */
export type Simplify = (text: string) => string;

const FIRST_HAN = 0x3400;
const LAST_HAN = 0x9fff;

/** The usual Simplified form of each Han code unit by itself. */
function simplifiedCodeUnits(convert: Simplify): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  const characters = Array.from({ length: LAST_HAN - FIRST_HAN + 1 }, (_, i) =>
    String.fromCharCode(FIRST_HAN + i),
  );
  const simplified = convert(characters.join('\n')).split('\n');
  for (const [i, character] of simplified.entries()) {
    if (character.length === 1) table[FIRST_HAN + i] = character.charCodeAt(0);
  }
  return table;
}

/**
 * Traditional → Simplified that keeps the length of the text, so offsets hold on both. OpenCC's
 * phrases decide where a character has two Simplified forms (乾淨 → 干净, 乾隆 → 乾隆); they are asked
 * only about texts that hold a Traditional character, since a table finds that out much faster.
 */
export function createSimplifier(): Simplify {
  const convert = Converter({ from: 't', to: 'cn' });
  const table = simplifiedCodeUnits(convert);
  return (text) => {
    const mapped = mapCodeUnits(text, table);
    if (mapped === text) return text;
    const converted = convert(text);
    return converted.length === text.length ? converted : mapped;
  };
}
