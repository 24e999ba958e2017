/** One sound of a name: the consonant classes it may stand for, likeliest first; '' is silence. */
export type Sound = readonly string[];

/**
 * Consonants in English spelling, first match first; the word stands between spaces. Classes are
 * those of `Skeleton`. Letters that no rule takes are vowels or silent.
 */
const SPELLINGS: readonly (readonly [string, Sound])[] = [
  ['(?<= )(?:[kgp]n|mn)', ['N']],
  ['(?<= )wr', ['L']],
  ['(?<= )ps', ['S']],
  ['(?<= )x', ['S']],
  ['(?<= )j', ['S', 'A']],
  ['(?<= )[aeiouy]', ['A']],
  ['(?:shch|tsch|tch|sch|dzh|dsch)', ['S']],
  ['st(?=le?n? )', ['S']],
  ['burgh?(?= )', ['P', 'PLK']],
  ['land(?= )', ['LN', 'LNT']],
  ['(?:sh|zh|dj|dg(?=e)|cz|cs|sz|tz|ts|dz|ds(?= )|sc(?=[eiy]))', ['S']],
  ['ch(?=[rln])', ['K']],
  ['ch', ['S', 'K']],
  ['(?:ck|cq|qu?|cc(?![eiy]))', ['K']],
  ['ph', ['F']],
  ['th', ['T', 'S']],
  ['kh', ['H', 'K']],
  ['gh(?=t)', ['']],
  ['(?<=[aeiou])gh(?= )', ['', 'K']],
  ['gh', ['K']],
  ['rh', ['L']],
  ['wh', ['F']],
  ['x', ['KS', 'S']],
  ['c(?=[eiy])', ['S']],
  ['c', ['K']],
  ['n(?=g[aeiouylr])', ['N']],
  ['ngh?(?= )', ['N', 'NK']],
  ['ng', ['N']],
  ['g(?=[eiy])', ['S', 'K']],
  ['g', ['K']],
  ['j', ['S', '']],
  ['mb(?= )', ['N']],
  ['m(?=[aeiouyh])', ['M']],
  ['[mn]', ['N']],
  ['r(?=[aeiouy])', ['L']],
  ['r', ['L', '']],
  ['l', ['L']],
  ['[bp]', ['P']],
  ['t(?= )', ['T', '']],
  ['[dt]', ['T']],
  ['k', ['K']],
  ['[fv]', ['F']],
  ['w(?=[aeiouy])', ['F']],
  ['(?<=[^us])s(?= )', ['S', '']],
  ['[sz]', ['S']],
  ['h(?=[aeiouy])', ['H']],
];

const SPELLING = new RegExp(SPELLINGS.map(([pattern]) => `(${pattern})`).join('|'), 'gu');

/** The sounds of one word, without accents; letters other than a–z do not count. */
export function soundsOfEnglish(word: string): Sound[] {
  const letters = word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/gu, '')
    .replace(/([a-z])\1+/gu, '$1');
  return [...` ${letters} `.matchAll(SPELLING)].map((match) => {
    const rule = match.findIndex((group, index) => index > 0 && group !== undefined) - 1;
    return SPELLINGS[rule]?.[1] ?? [];
  });
}
