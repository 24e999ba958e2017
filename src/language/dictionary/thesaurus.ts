import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DATA = fileURLToPath(new URL('./data', import.meta.url));

/** English words that mean the same, by their stems (WordNet). */
export interface Thesaurus {
  areSynonyms(first: string, second: string): boolean;
  /** Stems of words that mean the same as one; empty where none is known. */
  synonymsOf(stem: string): ReadonlySet<string>;
}

const NO_WORDS: ReadonlySet<string> = new Set();

/** Opens the table that ships with the source; it is read when first asked for. */
export function loadThesaurus(folder = DATA): Thesaurus {
  let lines: ReadonlyMap<string, string> | undefined;
  const opened = new Map<string, ReadonlySet<string>>();

  function synonymsOf(stem: string): ReadonlySet<string> {
    lines ??= readLines(join(folder, 'synonyms.tsv'));
    const line = lines.get(stem);
    if (line === undefined) return NO_WORDS;
    let words = opened.get(stem);
    if (words === undefined) {
      words = new Set(line.split(' '));
      opened.set(stem, words);
    }
    return words;
  }

  return { areSynonyms: (first, second) => synonymsOf(first).has(second), synonymsOf };
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
