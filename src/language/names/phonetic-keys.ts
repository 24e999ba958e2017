import { type Sound, soundsOfEnglish } from './english-sounds.ts';
import { pinyinOfChinese } from './pinyin-syllables.ts';

/**
 * The consonants that a name keeps when it is transliterated, in classes wide enough for both
 * spellings: `P` b p, `T` d t, `K` g k, `F` f v w, `S` s z sh ch j, `L` l r, `H`, `M`, `N`, and `A`
 * for a vowel at the start. A nasal before a consonant is always `N`.
 *
 * 别洛乌索夫 and Belousov are both `PLSF`.
 */
export type Skeleton = string;

/** More readings than these are unlikely enough to leave out. */
const MAX_SKELETONS = 6;

/** Characters whose use in transliteration is not what their pinyin says. */
const TRANSLITERATION_SOUNDS: Readonly<Record<string, Sound>> = {
  加: ['K', 'S'],
  伽: ['K', 'S'],
  迦: ['K'],
  基: ['K'],
  金: ['K'],
  吉: ['S', 'K'],
  希: ['H', 'S'],
  休: ['H', 'S'],
  欣: ['HN', 'SN'],
  兴: ['HN', 'SN'],
  许: ['H', 'S'],
  瑞: ['L'],
  华: ['F'],
  怀: ['F'],
  惠: ['F'],
  什: ['S'],
  姆: ['N'],
  尔: ['L'],
  耳: ['L'],
  儿: ['L'],
  约: ['A', 'S'],
};

const INITIAL_CLASSES: readonly (readonly [RegExp, string])[] = [
  [/^[bp]/u, 'P'],
  [/^m/u, 'M'],
  [/^f/u, 'F'],
  [/^w(?!u)/u, 'F'],
  [/^[dt]/u, 'T'],
  [/^n/u, 'N'],
  [/^l/u, 'L'],
  [/^[gk]/u, 'K'],
  [/^h/u, 'H'],
  [/^(?:zh|ch|sh|[jqxrzcs])/u, 'S'],
];

/** Skeletons of a transliterated name in Chinese characters, likeliest first. */
export function skeletonsOfChinese(name: string): Skeleton[] {
  const characters = [...name];
  const syllables = pinyinOfChinese(name, false);
  if (syllables.length !== characters.length) return [];
  return combine(characters.map((character, index) => soundOf(character, syllables[index] ?? '')));
}

/** Skeletons of a name as English writes it, one word, likeliest first. */
export function skeletonsOfEnglish(name: string): Skeleton[] {
  return combine(soundsOfEnglish(name));
}

function soundOf(character: string, syllable: string): Sound {
  const special = TRANSLITERATION_SOUNDS[character];
  if (special !== undefined) return special;
  const initial = INITIAL_CLASSES.find(([pattern]) => pattern.test(syllable))?.[1] ?? 'A';
  return [/ng?$/u.test(syllable) ? `${initial}N` : initial];
}

/** Every reading of a row of sounds; vowels inside are dropped, nasals before nasals merged. */
function combine(sounds: readonly Sound[]): Skeleton[] {
  let readings = [''];
  for (const sound of sounds) {
    readings = sound.flatMap((classes) => readings.map((reading) => reading + classes));
    if (readings.length > 4 * MAX_SKELETONS) readings.length = 4 * MAX_SKELETONS;
  }
  const skeletons = readings.map((reading) =>
    reading.replace(/(?!^)A/gu, '').replace(/N(?=[MN])/gu, ''),
  );
  return [...new Set(skeletons)].filter((skeleton) => skeleton !== '').slice(0, MAX_SKELETONS);
}
