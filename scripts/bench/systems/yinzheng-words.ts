import { openSnapshot } from '../../../src/indexing/open-snapshot.ts';
import { detectLanguage } from '../../../src/text/language.ts';
import { RESULT_LIMIT, type SearchSystem } from '../search-system.ts';
import { system as whole } from './yinzheng.ts';

/** The words of our index by BM25 alone: what the peers that rank by words do. */
export const system: SearchSystem = {
  build: whole.build,

  async open(directory, { analyzer, analyzerFingerprint, embedder }) {
    const index = await openSnapshot(directory, {
      embedderFingerprint: embedder.fingerprint,
      analyzerFingerprint,
    });
    return {
      async search(question) {
        const { words } = analyzer.analyzeText(question, detectLanguage(question));
        const terms = Array.from(words, ([term, weight]) => ({ term, weight }));
        const found = index.keywordQuery('words', terms).search({ limit: RESULT_LIMIT });
        return found.map(({ chunk }) => index.articleOf(chunk).origin.position);
      },
    };
  },
};
