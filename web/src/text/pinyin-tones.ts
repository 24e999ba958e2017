const MARKED: Readonly<Record<string, string>> = {
  a: 'āáǎàa',
  e: 'ēéěèe',
  i: 'īíǐìi',
  o: 'ōóǒòo',
  u: 'ūúǔùu',
  ü: 'ǖǘǚǜü',
};

/** The vowel that carries the tone: a or e, the o of ou, else the last one. */
function toneVowel(syllable: string): number {
  const lower = syllable.toLowerCase();
  const open = lower.search(/[ae]/u);
  if (open >= 0) return open;
  const ou = lower.indexOf('ou');
  if (ou >= 0) return ou;
  return Math.max(...['i', 'o', 'u', 'ü'].map((vowel) => lower.lastIndexOf(vowel)));
}

/** Tone numbers as tone marks: `Shang4 hai3` → `Shàng hǎi`, `nu:3` → `nǚ`. */
export function markTones(numbered: string): string {
  return numbered.replace(/([A-Za-zü:]+)([1-5])/gu, (whole, letters: string, tone: string) => {
    const syllable = letters.replace(/u:/gu, 'ü').replace(/U:/gu, 'Ü');
    const at = toneVowel(syllable);
    const vowel = at < 0 ? '' : syllable.charAt(at);
    const marked = MARKED[vowel.toLowerCase()]?.charAt(Number(tone) - 1);
    if (marked === undefined) return whole.slice(0, -1);
    const cased = vowel === vowel.toLowerCase() ? marked : marked.toUpperCase();
    return syllable.slice(0, at) + cased + syllable.slice(at + 1);
  });
}
