import { pinyin } from 'pinyin-pro';

/** Initials with the finals they take, in pinyin without tones; `v` is written `u` or `v`. */
const SYLLABLE = new RegExp(
  '^(?:' +
    '(?:[bpm](?:a|o|ai|ei|ao|an|en|ang|eng|i|ie|iao|ian|in|ing|u)|m(?:e|ou|iu)|pou)|' +
    'f(?:a|o|ei|ou|an|en|ang|eng|u)|' +
    '[dt](?:a|e|ai|ei|ao|ou|an|ang|eng|ong|i|ie|iao|ian|ing|u|uo|ui|uan|un)|d(?:ia|iu|en)|' +
    '[nl](?:a|e|ai|ei|ao|ou|an|ang|eng|ong|i|ie|iao|iu|ian|in|iang|ing|u|uo|uan|un|v|ve|ue)|nen|lia|' +
    '[gkh](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)|' +
    '[jqx](?:i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ue|uan|un)|' +
    '(?:zh|ch|sh)(?:a|e|i|ai|ao|ou|an|en|ang|eng|u|ua|uo|uai|ui|uan|un|uang)|(?:zh|ch)ong|(?:zh|sh)ei|' +
    'r(?:e|i|ao|ou|an|en|ang|eng|ong|u|ua|uo|ui|uan|un)|' +
    '[zcs](?:a|e|i|ai|ao|ou|an|en|ang|eng|ong|u|uo|ui|uan|un)|zei|' +
    'a|ai|an|ang|ao|e|ei|en|er|o|ou|' +
    'y(?:a|o|e|ao|ou|an|in|ang|ing|ong|i|u|ue|uan|un)|' +
    'w(?:a|o|ai|ei|an|en|ang|eng|u)' +
    ')$',
  'u',
);
const MAX_SYLLABLE_LENGTH = 6;
/** No name is longer: what is, is no pinyin, however it could be cut. */
const MAX_WORD_LENGTH = 40;

/** Pinyin of each character without tones, in lower case; surnames read as surnames. */
export function pinyinOfChinese(text: string, isPerson: boolean): string[] {
  return pinyin(text, {
    toneType: 'none',
    type: 'array',
    nonZh: 'removed',
    v: true,
    surname: isPerson ? 'head' : 'off',
  });
}

/**
 * Syllables of a word in pinyin, or null when the word is not pinyin throughout. Where several
 * cuts are possible, long first syllables win: `xian` is one, `xi'an` two. A word of over
 * {@link MAX_WORD_LENGTH} letters is none.
 */
export function splitPinyin(word: string): string[] | null {
  if (word.length > MAX_WORD_LENGTH) return null;
  const parts = word.toLowerCase().split(/['’-]/u);
  const syllables: string[] = [];
  for (const part of parts) {
    const cut = cutSyllables(part);
    if (cut === null) return null;
    syllables.push(...cut);
  }
  return syllables;
}

/** Works from the end, where each offset is decided once: time grows with the length alone. */
function cutSyllables(part: string): string[] | null {
  // For each offset, the length of the first syllable from there on; 0 where the rest has no cut.
  const lengths = new Uint8Array(part.length + 1);
  for (let start = part.length - 1; start >= 0; start--) {
    const longest = Math.min(MAX_SYLLABLE_LENGTH, part.length - start);
    for (let length = longest; length > 0 && lengths[start] === 0; length--) {
      const end = start + length;
      const restIsCut = end === part.length || lengths[end] !== 0;
      if (restIsCut && SYLLABLE.test(part.slice(start, end))) lengths[start] = length;
    }
  }
  const syllables: string[] = [];
  for (let start = 0; start < part.length; start += lengths[start] ?? 0) {
    if (lengths[start] === 0) return null;
    syllables.push(part.slice(start, start + (lengths[start] ?? 0)));
  }
  return syllables;
}
