import type { Language } from '../../core/article.ts';
import type { Span } from '../../core/span.ts';

const ITEM = '[^，。；：、,;:.()（）]{1,24}';
/** 甲、乙和丙; "a, b and c". A mark or a joining word stands between any two. */
const ENUMERATION: Readonly<Record<Language, RegExp>> = {
  zh: new RegExp(
    `${ITEM}(?:、${ITEM})+(?:(?:和|及|以及|与)${ITEM})?|[“"《][^”"》]{1,20}[”"》](?:[、，]?(?:和|及)?[“"《][^”"》]{1,20}[”"》])+`,
    'gu',
  ),
  en: /[^,.;:()]{2,40}(?:, [^,.;:()]{2,40})+,? (?:and|or) [^,.;:()]{2,40}/gu,
};

/**
 * Stretches of a sentence that name several things side by side, in order. The first item may have what leads
 * up to it, the last what goes on behind it. Offsets count UTF-16 units of the text.
 */
export function findEnumerations(
  text: string,
  language: Language,
): (Span & { readonly text: string })[] {
  return Array.from(text.matchAll(ENUMERATION[language]), ({ 0: list, index: start }) => ({
    start,
    end: start + list.length,
    text: list,
  }));
}
