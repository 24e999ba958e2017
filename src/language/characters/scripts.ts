const HAS_HAN = /\p{Script=Han}/u;
const STARTS_WITH_HAN = /^\p{Script=Han}/u;
const ALL_HAN = /^\p{Script=Han}+$/u;
const EACH_HAN = /\p{Script=Han}/gu;

/** Whether a text holds a Chinese character. */
export function hasHan(text: string): boolean {
  return HAS_HAN.test(text);
}

/** Whether a text begins with a Chinese character. */
export function startsWithHan(text: string): boolean {
  return STARTS_WITH_HAN.test(text);
}

/** Whether a text is made of Chinese characters alone, and has one. */
export function isHan(text: string): boolean {
  return ALL_HAN.test(text);
}

/** How many Chinese characters a text holds. */
export function countHan(text: string): number {
  return text.match(EACH_HAN)?.length ?? 0;
}
