import { connect, Index, rerankers } from '@lancedb/lancedb';
import { RESULT_LIMIT, type SearchSystem } from '../search-system.ts';

const TABLE = 'passages';
const BATCH = 5_000;

/** Hybrid search by reciprocal rank fusion: BM25 over words, and the same vectors as ours. */
export const system: SearchSystem = {
  async build(collection, directory) {
    const connection = await connect(directory);
    let batch: Record<string, unknown>[] = [];
    let id = 0;
    for await (const { words, text } of collection.passages()) {
      batch.push({ id, words, text, vector: Array.from(collection.vector(id)) });
      id++;
      if (batch.length < BATCH && id < collection.size) continue;
      if (id <= BATCH) await connection.createTable(TABLE, batch);
      else await (await connection.openTable(TABLE)).add(batch);
      batch = [];
    }
    const table = await connection.openTable(TABLE);
    await table.createIndex('words', {
      config: Index.fts({
        baseTokenizer: 'whitespace',
        stem: false,
        removeStopWords: false,
        asciiFolding: false,
        withPosition: false,
      }),
    });
    await table.optimize();
  },

  async open(directory, tools) {
    const table = await (await connect(directory)).openTable(TABLE);
    const reranker = await rerankers.RRFReranker.create();
    return {
      async search(question) {
        const rows = await table
          .query()
          .fullTextSearch(tools.words(question).join(' '), { columns: ['words'] })
          .nearestTo(await tools.embed(question))
          .distanceType('cosine')
          .rerank(reranker)
          .select(['id'])
          .limit(RESULT_LIMIT)
          .toArray();
        return rows.map(({ id }) => tools.documentOf(Number(id)));
      },
    };
  },
};
