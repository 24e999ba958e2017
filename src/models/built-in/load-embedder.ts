import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Lexicon } from '../../language/dictionary/lexicon.ts';
import type { WordVectors } from '../../language/dictionary/word-vectors.ts';
import { readWordVectorTable } from './word-vector-table.ts';
import { createWordVectors } from './word-vectors.ts';

/** Made by `lab/build/build-word-vectors.ts`. */
const SHIPPED_TABLE = fileURLToPath(new URL('./data/word-vectors.bin', import.meta.url));

/**
 * Word vectors of the table that ships with the source.
 * @param mostKept words whose vectors stay in memory; absent means enough for texts
 */
export function loadWordVectors(lexicon: Lexicon, mostKept?: number): WordVectors {
  const table = readWordVectorTable(readFileSync(SHIPPED_TABLE));
  return createWordVectors(table, lexicon, mostKept);
}
