import { memoize } from '../../core/memoize.ts';
import type { FoundName, NameKind } from '../../core/sentence.ts';
import { hasHan } from '../characters/scripts.ts';
import type { Lexicon } from '../dictionary/lexicon.ts';
import type { CutWord, TagWords } from '../segment/tag-words.ts';
import { findChineseNames } from './find-chinese-names.ts';
import { findEnglishNames } from './find-english-names.ts';
import { createGlossedNames } from './glossed-names.ts';
import { matchNames } from './match-names.ts';
import { keysOfChineseName, keysOfEnglishName } from './name-keys.ts';
import type { NameAnalyzer } from './names.ts';
import { createRegionNames } from './region-names.ts';

/** Part of the fingerprint: raise it when a change of code changes names or their keys. */
const RULES_VERSION = 3;

export interface NameAnalyzerParts {
  readonly tag: TagWords;
  readonly lexicon: Lexicon;
}

/** Keys of names, and pairs of them, kept in memory. */
const CACHE_SIZE = 20_000;

/** Finds and compares names over an opened segmenter and dictionary. */
export function createNameAnalyzer({ tag, lexicon }: NameAnalyzerParts): NameAnalyzer {
  const regions = createRegionNames();
  const glossed = createGlossedNames(lexicon);

  const findNames = (text: string, tokens?: readonly CutWord[]): readonly FoundName[] => {
    const english = findEnglishNames(text, regions, lexicon.isCommonEnglish);
    if (!hasHan(text)) return english;
    const chinese = findChineseNames(text, { tag, glossed, regions }, tokens);
    return [...english, ...chinese].sort((a, b) => a.start - b.start);
  };

  const keysOf = (name: string, kind: NameKind): readonly string[] => {
    const code = regions.codeOf(name);
    if (code !== null) return [`region:${code}`];
    const keys = hasHan(name)
      ? keysOfChineseName(name, kind)
      : keysOfEnglishName(name, kind, lexicon.isCommonEnglish);
    return [...new Set(keys)];
  };
  const keysByKind = {
    person: memoize((name) => keysOf(name, 'person'), CACHE_SIZE),
    place: memoize((name) => keysOf(name, 'place'), CACHE_SIZE),
    organization: memoize((name) => keysOf(name, 'organization'), CACHE_SIZE),
    other: memoize((name) => keysOf(name, 'other'), CACHE_SIZE),
  } satisfies Record<NameKind, unknown>;

  // The same names stand in many sentences of what is found for a question.
  const matches = memoize((pair) => {
    const [a = '', b = ''] = pair.split('\u0000');
    return matchNames(a, b, { tag, lexicon, regions });
  }, CACHE_SIZE);

  return {
    fingerprint: `names-${RULES_VERSION}-${lexicon.fingerprint}`,
    findNames: (text, _, tokens) => findNames(text, tokens),
    keysOf: ({ text, kind }) => keysByKind[kind](text),
    nameKeys(text) {
      const frequencies = new Map<string, number>();
      for (const name of findNames(text)) {
        for (const key of keysByKind[name.kind](name.text)) {
          frequencies.set(key, (frequencies.get(key) ?? 0) + 1);
        }
      }
      return frequencies;
    },
    namesMatch: (a, b) => matches(`${a}\u0000${b}`),
  };
}
