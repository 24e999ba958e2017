import { openSnapshot } from '../../../src/index/open-snapshot.ts';
import { RESULT_LIMIT, type SearchSystem } from '../search-system.ts';
import { system as whole } from './yinzheng.ts';

/** The words of our index by BM25 alone, asked for the same words of a question as the peers are. */
export const system: SearchSystem = {
  build: whole.build,

  async open(directory, { analyzerFingerprint, embedder, words }) {
    const index = await openSnapshot(directory, {
      embedderFingerprint: embedder.fingerprint,
      analyzerFingerprint,
    });
    return {
      async search(question) {
        const terms = words(question).map((term) => ({ term, weight: 1 }));
        const found = index.keywordQuery('words', terms).search({ limit: RESULT_LIMIT });
        return found.map(({ chunk }) => index.articleOf(chunk).origin.position);
      },
    };
  },
};
