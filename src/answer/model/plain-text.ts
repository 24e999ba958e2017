import { cleanCharacters } from '../../language/characters/clean-characters.ts';
import { WIDE_REFERENCE_MARK } from '../../language/discourse/reference-marks.ts';

const CITATION_LIKE = new RegExp(WIDE_REFERENCE_MARK, 'gu');
const SCRIPT = /<(script|style)\b[^>]*>.*?<\/\1\s*>/gisu;
const HTML_TAG = /<\/?[a-z!][^<>]*>/giu;
/** The address of a link, which may hold parentheses of its own: `javascript:alert(1)`. */
export const LINK_ADDRESS = String.raw`(?:[^()\s]|\([^()\s]{0,100}\)){0,500}`;
const MARKDOWN_LINK = new RegExp(
  String.raw`!?\[([^[\]]*)\]\(${LINK_ADDRESS}(?:\s+"[^"]*")?\)`,
  'gu',
);
/** Halves of an image or link, where a sentence ended at its exclamation mark. */
const LINK_REMAINS = /!\[[^\]]*\]?|\]\([^()\s]*\)?|^\([^()\s]*\)/gu;
const ADDRESS = /\b(?:https?|ftp|javascript|data|file):[^\s<>"'）)】\]，。；]+/giu;

/** Article text for a prompt: nothing invisible, and no marks that look like our citations. */
export function quoteForPrompt(text: string): string {
  return cleanCharacters(text).text.replace(CITATION_LIKE, '');
}

/** A model's sentence as plain prose: no HTML, links, images or addresses, nothing invisible. */
export function plainSentence(text: string): string {
  return cleanCharacters(text)
    .text.replace(MARKDOWN_LINK, '$1')
    .replace(SCRIPT, '')
    .replace(HTML_TAG, '')
    .replace(LINK_REMAINS, '')
    .replace(ADDRESS, '')
    .trim();
}

const EMPHASIS = /\*\*|`/gu;
const LINE_MARK = /^(?:#{1,6}|>)\s+/gmu;

/** Without Markdown's signs for headings, quotations, bold words and code. */
export function withoutEmphasis(text: string): string {
  return text.replace(LINE_MARK, '').replace(EMPHASIS, '').trim();
}
