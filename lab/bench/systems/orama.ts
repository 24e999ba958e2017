import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { create, insertMultiple, load, save, search } from '@orama/orama';
import { RESULT_LIMIT, type SearchSystem } from '../search-system.ts';

const FILE = 'orama.bin';
const BATCH = 1_000;

/** Least cosine of a vector match. Its default of .8 leaves most answers out of these vectors. */
const SIMILARITY = 0.5;

const createDatabase = (dimensions: number) =>
  create({
    schema: { words: 'string', embedding: `vector[${dimensions}]` },
    components: {
      tokenizer: {
        language: 'chinese',
        normalizationCache: new Map(),
        tokenize: (words: string) => words.split(' '),
      },
    },
  });

/** Hybrid search, weighed half and half: BM25 over words, and the same vectors as ours. */
export const system: SearchSystem = {
  async build(collection, directory) {
    const database = createDatabase(collection.dimensions);
    let batch: object[] = [];
    let id = 0;
    for await (const { words, text } of collection.passages()) {
      const embedding = Array.from(collection.vector(id));
      batch.push({ id: String(id++), words, text, embedding });
      if (batch.length < BATCH && id < collection.size) continue;
      await insertMultiple(database, batch, BATCH);
      batch = [];
    }
    // As JSON, a collection of this size is longer than the longest string.
    const stored = { dimensions: collection.dimensions, data: await save(database) };
    await writeFile(path.join(directory, FILE), serialize(stored));
  },

  async open(directory, tools) {
    const { dimensions, data } = deserialize(await readFile(path.join(directory, FILE)));
    const database = createDatabase(dimensions);
    await load(database, data);
    return {
      async search(question) {
        const { hits } = await search(database, {
          mode: 'hybrid',
          term: tools.words(question).join(' '),
          vector: { value: await tools.embed(question), property: 'embedding' },
          similarity: SIMILARITY,
          limit: RESULT_LIMIT,
        });
        return hits.map(({ id }) => tools.documentOf(Number(id)));
      },
    };
  },
};
