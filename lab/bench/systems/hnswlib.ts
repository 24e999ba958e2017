import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import hnswlib from 'hnswlib-node';
import { RESULT_LIMIT, type SearchSystem } from '../search-system.ts';

const GRAPH = 'vectors.hnsw';
const SHAPE = 'shape.json';

/** Candidates followed in a search; its default of 10 could not even hold the results. */
const SEARCH_BREADTH = 128;

/** The vectors alone, in a graph with the library's own settings. */
export const system: SearchSystem = {
  async build({ dimensions, size, vector }, directory) {
    const graph = new hnswlib.HierarchicalNSW('cosine', dimensions);
    graph.initIndex(size);
    for (let passage = 0; passage < size; passage++) {
      graph.addPoint(Array.from(vector(passage)), passage);
    }
    graph.writeIndexSync(path.join(directory, GRAPH));
    await writeFile(path.join(directory, SHAPE), JSON.stringify({ dimensions }));
  },

  async open(directory, tools) {
    const { dimensions } = JSON.parse(await readFile(path.join(directory, SHAPE), 'utf8'));
    const graph = new hnswlib.HierarchicalNSW('cosine', dimensions);
    graph.readIndexSync(path.join(directory, GRAPH));
    graph.setEf(SEARCH_BREADTH);
    return {
      async search(question) {
        const limit = Math.min(RESULT_LIMIT, graph.getCurrentCount());
        const { neighbors } = graph.searchKnn(await tools.embed(question), limit);
        return neighbors.map((passage) => tools.documentOf(passage));
      },
    };
  },
};
