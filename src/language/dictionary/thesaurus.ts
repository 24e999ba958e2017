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

const NO_WORDS: ReadonlySet<string> = new Set();

/** Opens the tables that ship with the source; they are read when first asked for. */
export function loadThesaurus(folder = DATA): Thesaurus {
  const synonymsOf = openTable(join(folder, 'synonyms.tsv'));
  const antonymsOf = openTable(join(folder, 'antonyms.tsv'));
  const nouns = openTable(join(folder, 'nouns.txt'));
  const opposes = (first: string, second: string) => {
    const opposite = antonymsOf(first) ?? NO_WORDS;
    return (
      opposite.has(second) ||
      [...(synonymsOf(second) ?? NO_WORDS)].some((stem) => opposite.has(stem))
    );
  };
  return {
    isNoun: (stem) => nouns(stem) !== undefined,
    areAntonyms: (first, second) => opposes(first, second) || opposes(second, first),
    areSynonyms: (first, second) => synonymsOf(first)?.has(second) ?? false,
    synonymsOf: (stem) => synonymsOf(stem) ?? NO_WORDS,
  };
}

/**
 * What stands behind the first word of each line, by that word; undefined where no line begins with it. The file is
 * read when first asked for, and a line cut into words when its own word is.
 */
function openTable(file: string): (stem: string) => ReadonlySet<string> | undefined {
  let lines: ReadonlyMap<string, string> | undefined;
  const opened = new Map<string, ReadonlySet<string>>();
  return (stem) => {
    lines ??= readLines(file);
    const line = lines.get(stem);
    if (line === undefined) return undefined;
    let words = opened.get(stem);
    if (words === undefined) {
      words = new Set(line.split(' '));
      opened.set(stem, words);
    }
    return words;
  };
}

/** What stands behind the first word of each line. */
function readLines(file: string): ReadonlyMap<string, string> {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return new Map(
    lines.map((line) => {
      const [stem = '', related = ''] = line.split('\t');
      return [stem, related];
    }),
  );
}
