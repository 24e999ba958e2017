const HAN = /\p{Script=Han}/u;

let segmenter: Intl.Segmenter | undefined;

/** A Chinese word in a text, by UTF-16 offsets, end exclusive. */
export interface ChineseWord {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

/** The Chinese words of a text, in order; what is not Chinese is left out. */
export function chineseWords(text: string): readonly ChineseWord[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return [...segmenter.segment(text)]
    .filter(({ segment, isWordLike }) => isWordLike === true && HAN.test(segment))
    .map(({ segment, index }) => ({ start: index, end: index + segment.length, word: segment }));
}

/** The Chinese word that covers an offset, or null. */
export function chineseWordAt(text: string, offset: number): ChineseWord | null {
  return chineseWords(text).find(({ start, end }) => start <= offset && offset < end) ?? null;
}
