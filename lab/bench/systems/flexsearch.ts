import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import FlexSearch from 'flexsearch';
import { RESULT_LIMIT, type SearchSystem } from '../search-system.ts';

const createIndex = () =>
  new FlexSearch.Document({
    document: { id: 'id', index: ['words'], store: ['text'] },
    tokenize: 'strict',
    encode: (words: string) => words.split(' '),
  });

/** Its own order by place and count of words; `suggest` lets a passage miss some of them. */
export const system: SearchSystem = {
  async build(collection, directory) {
    const index = createIndex();
    let id = 0;
    for await (const { words, text } of collection.passages()) index.add({ id: id++, words, text });
    const files = new Map<string, string>();
    await index.export((key: string, data: string | undefined) => {
      if (data !== undefined) files.set(key, data);
    });
    for (const [key, data] of files) await writeFile(path.join(directory, key), data);
  },

  async open(directory, tools) {
    const index = createIndex();
    for (const key of await readdir(directory)) {
      await index.import(key, await readFile(path.join(directory, key), 'utf8'));
    }
    return {
      async search(question) {
        const words = tools.words(question).join(' ');
        const found = index.search(words, { limit: RESULT_LIMIT, suggest: true });
        return found.flatMap(({ result }) => result.map((id) => tools.documentOf(id)));
      },
    };
  },
};
