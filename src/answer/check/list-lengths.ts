/** A run of Chinese items: 甲、乙、丙和丁, and comma lists in which each item is short. */
const CHINESE_LIST = /[^，,。；;：:！？!?、]{1,24}(?:、[^，,。；;：:！？!?、]{1,24})+/gu;
/** English items up to a few words long, the last one after "and". */
const ENGLISH_LIST =
  /(?:[\p{L}\p{N}'’.-]+ ){0,6}[\p{L}\p{N}'’.-]+(?:, (?:[\p{L}\p{N}'’.-]+ ){0,6}[\p{L}\p{N}'’.-]+)+,? (?:and|or) /giu;

/** Numbers of things that the lists of a text have, as a reader would count them. */
export function listLengths(text: string): ReadonlySet<number> {
  const lengths = new Set<number>();
  for (const [list] of text.matchAll(CHINESE_LIST)) {
    const items = list.split('、').length;
    lengths.add(items);
    // 甲、乙和丙 has three.
    if (/[和及与](?=[^、]{1,16}$)/u.test(list)) lengths.add(items + 1);
  }
  for (const [list] of text.matchAll(ENGLISH_LIST)) {
    lengths.add(list.split(/, (?!and |or )/u).length + 1);
  }
  return lengths;
}
