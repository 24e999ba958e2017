import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { memoize } from '../../core/memoize.ts';
import type { ConceptStem } from '../../core/sentence.ts';
import { stemEnglish } from '../morphology/stems.ts';
import { referredWord, stemsOfSenses } from './gloss-stems.ts';
import type { Lexicon, LexiconEntry } from './lexicon.ts';
import { LexiconTable } from './lexicon-table.ts';

/** Where the tables ship; made by the programs in `lab/build/`. */
const SHIPPED_TABLES = fileURLToPath(new URL('./data', import.meta.url));

/** Part of the fingerprint: raise it when the rules of `gloss-stems.ts` change. */
const RULES_VERSION = 3;

/** Words whose stems stay in memory, which is most of those that news is written in. */
const CACHE_SIZE = 20_000;

/** Opens the dictionary that ships with the source; entries are parsed on demand. */
export function loadLexicon(folder: string = SHIPPED_TABLES): Lexicon {
  const bytes = readFileSync(join(folder, 'cc-cedict.tsv'));
  const commonEnglish = new Set(
    readFileSync(join(folder, 'common-english.txt'), 'utf8').split('\n'),
  );
  const families = readFamilies(join(folder, 'derivations.tsv'));
  const headerEnd = bytes.indexOf('\n');
  const digest = bytes.toString('utf8', 0, headerEnd).split(', ').at(-1) ?? '';
  const table = new LexiconTable(bytes, headerEnd + 1);
  const stemOf = memoize(stemEnglish, CACHE_SIZE);
  const stemsOfWord = memoize(
    (word): readonly ConceptStem[] => stemsOfSenses(sensesOf(table, word), stemOf),
    CACHE_SIZE,
  );

  return {
    fingerprint: `cc-cedict-${digest}-${RULES_VERSION}`,
    // Most of what is asked for are parts of words that are none themselves; those are not kept.
    conceptStems: (word) => (table.has(word) ? stemsOfWord(word) : []),
    familyOf: (stem) => families.get(stem) ?? [],
    lookup(word): readonly LexiconEntry[] {
      const entries = table.bySimplified(word);
      return entries.length > 0 ? entries : table.byTraditional(word);
    },
    isCommonEnglish: (word) => commonEnglish.has(stemEnglish(word)),
    words: () => table.words(),
  };
}

function readFamilies(file: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [stem = '', related = ''] = line.split('\t');
        return [stem, related.split(' ')];
      }),
  );
}

/** Senses of a word, those of the words it merely points to included, one step deep. */
function sensesOf(table: LexiconTable, word: string): string[] {
  const own = table.bySimplified(word).flatMap((entry) => entry.glosses);
  return own.flatMap((sense) => {
    const referred = referredWord(sense);
    if (referred === null || referred === word) return [sense];
    return table.bySimplified(referred).flatMap((entry) => entry.glosses);
  });
}
