import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import MiniSearch from 'minisearch';
import { RESULT_LIMIT, type SearchSystem } from '../search-system.ts';

const FILE = 'minisearch.json';

/** Words are cut already: nothing is left to the library but to take them as they are. */
const OPTIONS = {
  fields: ['words'],
  storeFields: ['text'],
  tokenize: (words: string) => words.split(' '),
  processTerm: (word: string) => word,
};

/** BM25+ over words, any of which may match, as is its default. */
export const system: SearchSystem = {
  async build(collection, directory) {
    const search = new MiniSearch(OPTIONS);
    let id = 0;
    for await (const { words, text } of collection.passages())
      search.add({ id: id++, words, text });
    await writeFile(path.join(directory, FILE), JSON.stringify(search));
  },

  async open(directory, tools) {
    const json = await readFile(path.join(directory, FILE), 'utf8');
    const search = MiniSearch.loadJSON(json, OPTIONS);
    return {
      search: async (question) =>
        search
          .search(tools.words(question).join(' '))
          .slice(0, RESULT_LIMIT)
          .map(({ id }) => tools.documentOf(id)),
    };
  },
};
