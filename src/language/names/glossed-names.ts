import { memoize } from '../../core/memoize.ts';
import type { NameKind } from '../../core/sentence.ts';
import type { Lexicon } from '../dictionary/lexicon.ts';
import { GLOSSED_ORGANIZATION } from './organization-words.ts';
import { GLOSSED_PLACE } from './place-words.ts';

/** What the dictionary knows of Chinese names. */
export interface GlossedNames {
  /** Whether a word is no name, or not only one, as its uncapitalised pinyin shows. */
  isCommonWord(word: string): boolean;
  /** What a name names, or null when the dictionary does not say. */
  kindOf(name: string): NameKind | null;
}

/** Words kept in memory, which is most of those that news is written in. */
const CACHE_SIZE = 20_000;

const PERSON = /\((?:c\.|born)? ?\d{3,4}|president|politician|minister|writer|actor|emperor/iu;

/** Reads kinds of names off the dictionary's glosses. */
export function createGlossedNames(lexicon: Lexicon): GlossedNames {
  const isCommonWord = memoize(
    (word) => lexicon.lookup(word).some(({ pinyin }) => /^[a-z]/u.test(pinyin)),
    CACHE_SIZE,
  );
  const kindOf = memoize((name): NameKind | null => {
    const glosses = lexicon.lookup(name).flatMap((entry) => entry.glosses);
    const says = (pattern: RegExp) => glosses.some((gloss) => pattern.test(gloss));
    if (says(GLOSSED_ORGANIZATION)) return 'organization';
    if (says(GLOSSED_PLACE)) return 'place';
    return says(PERSON) ? 'person' : null;
  }, CACHE_SIZE);
  return { isCommonWord, kindOf };
}
