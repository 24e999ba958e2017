import path from 'node:path';
import Database from 'better-sqlite3';
import { RESULT_LIMIT, type SearchSystem } from '../search-system.ts';

const FILE = 'passages.sqlite';

/** BM25 over words, any of which may match, each quoted so that none is read as an operator. */
export const system: SearchSystem = {
  async build(collection, directory) {
    const database = new Database(path.join(directory, FILE));
    database.exec(
      `PRAGMA journal_mode = OFF;
       CREATE TABLE passages (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
       CREATE VIRTUAL TABLE keywords USING fts5 (words, content = '', tokenize = 'unicode61');
       BEGIN`,
    );
    const addText = database.prepare('INSERT INTO passages (id, text) VALUES (?, ?)');
    const addWords = database.prepare('INSERT INTO keywords (rowid, words) VALUES (?, ?)');
    let id = 0;
    for await (const { words, text } of collection.passages()) {
      addText.run(id, text);
      addWords.run(id, words);
      id++;
    }
    database.exec(`COMMIT; INSERT INTO keywords (keywords) VALUES ('optimize')`);
    database.close();
  },

  async open(directory, tools) {
    const database = new Database(path.join(directory, FILE), { readonly: true });
    const select = database.prepare(
      'SELECT rowid AS id FROM keywords WHERE keywords MATCH ? ORDER BY rank LIMIT ?',
    );
    return {
      async search(question) {
        const words = tools.words(question).map((word) => `"${word.replaceAll('"', '""')}"`);
        const rows = select.all(words.join(' OR '), RESULT_LIMIT) as { readonly id: number }[];
        return rows.map(({ id }) => tools.documentOf(id));
      },
    };
  },
};
