import path from 'node:path';
import { composeIndexer } from '../../../src/app/compose-indexer.ts';
import { readConfig } from '../../../src/app/config.ts';
import { openSnapshot } from '../../../src/index/open-snapshot.ts';
import { detectLanguage } from '../../../src/language/characters/language.ts';
import { createHybridRetriever } from '../../../src/search/retrieve.ts';
import { RESULT_LIMIT, type SearchSystem } from '../search-system.ts';

/** There is no present in a collection: relative dates would mean nothing. */
const TODAY = '2100-01-01';

/** Ours as users run it: files are read, cut, embedded and indexed by what `npm run index` calls. */
export const system: SearchSystem = {
  async build({ articleFile }, directory) {
    const config = readConfig({ DATA_PATH: directory }, path.dirname(articleFile));
    const { report } = await composeIndexer(config).run([articleFile]);
    if (report === null) throw new Error('No article was usable.');
  },

  async open(directory, { analyzer, analyzerFingerprint, embedder, readQuestion, wordVectors }) {
    const index = await openSnapshot(directory, {
      embedderFingerprint: embedder.fingerprint,
      analyzerFingerprint,
    });
    const parts = { index: () => index, embedder, analyzer, readQuestion, wordVectors };
    const retriever = createHybridRetriever(parts);
    return {
      async search(question) {
        const { passages } = await retriever.retrieve({
          text: question,
          language: detectLanguage(question),
          filters: {},
          limit: RESULT_LIMIT,
          today: TODAY,
        });
        return passages.flatMap(({ article, copies }) =>
          [article, ...copies].map(({ origin }) => origin.position),
        );
      },
    };
  },
};
