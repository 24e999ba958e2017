const HEADING =
  /^(?:core points?|key (?:points|takeaways)|group\s+\d+\b.{0,80}|核心要点|要点|摘要|导读|目录)\s*[:：]?$/iu;
const CREDIT =
  /^[(（【[]?\s*(?:责任?编辑?|编辑|作者|来源|记者|审核|校对|总值班|文字|摄影|图片|图|editor|source|photo)\s*[:：/]/iu;
const MIN_LETTERS = 6;

/**
 * Whether a stretch of an article is a sentence of it, and not a heading, an editor's credit or
 * the dots where the source was cut off.
 */
export function isProse(text: string): boolean {
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters >= MIN_LETTERS && !HEADING.test(text.trim()) && !CREDIT.test(text.trim());
}
