import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DATA = fileURLToPath(new URL('./data', import.meta.url));

/** English words that mean the same, and those that mean the opposite, by their stems (WordNet). */
export interface Thesaurus {
  areSynonyms(first: string, second: string): boolean;
  /** Whether one means the opposite of the other, or of a synonym of it. */
  areAntonyms(first: string, second: string): boolean;
  /** Whether a stem is a noun nearly always. */
  isNoun(stem: string): boolean;
  /** Stems of words that mean the same as one; empty where none is known. */
  synonymsOf(stem: string): ReadonlySet<string>;
}

type Table = ReadonlyMap<string, ReadonlySet<string>>;

const NO_WORDS: ReadonlySet<string> = new Set();

/** Opens the tables that ship with the source; they are read when first asked for. */
export function loadThesaurus(folder = DATA): Thesaurus {
  const synonyms = readOnce(join(folder, 'synonyms.tsv'));
  const antonyms = readOnce(join(folder, 'antonyms.tsv'));
  const opposes = (first: string, second: string) => {
    const opposite = antonyms().get(first) ?? NO_WORDS;
    return (
      opposite.has(second) ||
      [...(synonyms().get(second) ?? NO_WORDS)].some((stem) => opposite.has(stem))
    );
  };
  const nouns = readOnce(join(folder, 'nouns.txt'));
  return {
    isNoun: (stem) => nouns().has(stem),
    areAntonyms: (first, second) => opposes(first, second) || opposes(second, first),
    areSynonyms: (first, second) => synonyms().get(first)?.has(second) ?? false,
    synonymsOf: (stem) => synonyms().get(stem) ?? NO_WORDS,
  };
}

function readOnce(file: string): () => Table {
  let table: Table | null = null;
  return () => {
    table ??= new Map(
      readFileSync(file, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => {
          const [stem = '', related = ''] = line.split('\t');
          return [stem, new Set(related.split(' '))];
        }),
    );
    return table;
  };
}
