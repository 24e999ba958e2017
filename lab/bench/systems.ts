import type { StopWords } from './search-system.ts';

/** An engine, and what a reader of the table must know of it. */
interface Engine {
  /** Name of its module in `systems/`. */
  readonly module: string;
  readonly engine: string;
  /** What it ranks by. */
  readonly ranks: 'hybrid' | 'words' | 'vectors';
  /** Whether its engine is JavaScript; the others are native code behind an interface of it. */
  readonly javaScript: boolean;
  /** Whether its package is one of the bench's own, which the product does without. */
  readonly ownPackage: boolean;
  readonly settings: string;
}

/** A system of the comparison: an engine and the words that it gets. */
export interface SystemEntry extends Engine {
  readonly id: string;
  readonly name: string;
  readonly stopWords: StopWords;
  /** Another system whose index it opens, instead of building one. */
  readonly indexOf?: string;
}

/** Ours, which everything is compared with. */
export const OURS: SystemEntry = {
  id: 'yinzheng',
  name: 'Yinzheng',
  module: 'yinzheng',
  engine: 'Yinzheng',
  stopWords: 'dropped',
  ranks: 'hybrid',
  javaScript: true,
  ownPackage: false,
  settings:
    'as shipped: words, concepts, names, titles and vectors, fused and reranked, copies folded',
};

/** A part of ours, to tell the engine from the ranking. */
export const OUR_WORDS: SystemEntry = {
  id: 'yinzheng-words',
  name: 'Yinzheng, words',
  module: 'yinzheng-words',
  engine: 'Yinzheng, words',
  stopWords: 'dropped',
  ranks: 'words',
  javaScript: true,
  ownPackage: false,
  settings:
    'the words of the same index alone, without titles, by BM25; asked for the words that peers get',
  indexOf: OURS.id,
};

/** Engines that people would pick instead. */
const ENGINES: readonly Engine[] = [
  {
    module: 'minisearch',
    engine: 'MiniSearch',
    ranks: 'words',
    javaScript: true,
    ownPackage: true,
    settings: 'BM25+, any word may match; kept as JSON',
  },
  {
    module: 'flexsearch',
    engine: 'FlexSearch',
    ranks: 'words',
    javaScript: true,
    ownPackage: true,
    settings: 'Document, strict words, `suggest` so that words may be missing; no BM25',
  },
  {
    module: 'orama',
    engine: 'Orama',
    ranks: 'hybrid',
    javaScript: true,
    ownPackage: true,
    settings:
      'mode `hybrid` with its own weights, similarity from .5 (better than its .8); exact vectors',
  },
  {
    module: 'lancedb',
    engine: 'LanceDB',
    ranks: 'hybrid',
    javaScript: false,
    ownPackage: true,
    settings: 'FTS index on words, exact cosine on vectors, reciprocal rank fusion',
  },
  {
    module: 'sqlite-fts5',
    engine: 'SQLite FTS5',
    ranks: 'words',
    javaScript: false,
    ownPackage: true,
    settings: 'better-sqlite3, BM25, any word may match',
  },
  {
    module: 'hnswlib',
    engine: 'hnswlib-node',
    ranks: 'vectors',
    javaScript: false,
    ownPackage: false,
    settings: 'M 16, efConstruction 200, ef 128; keeps no text',
  },
];

/**
 * Every engine as its users get it, which is with all words; and once more with stop words dropped,
 * where it has a use for words. That is a favour of ours: none drops them without being told which.
 */
export const PEERS: readonly SystemEntry[] = ENGINES.flatMap((engine): SystemEntry[] => {
  const { module: id, engine: name, ranks } = engine;
  const kept: SystemEntry = { ...engine, id, name, stopWords: 'kept' };
  if (ranks === 'vectors') return [kept];
  const dropped: SystemEntry = {
    ...engine,
    id: `${id}-no-stop-words`,
    name: `${name}, stop words dropped`,
    stopWords: 'dropped',
  };
  return [kept, dropped];
});

/**
 * What is measured unless other peers are named. Hybrids take the longest to build and to ask, so
 * they come once, in the way that is faster for them.
 */
export const USUAL_PEERS: readonly SystemEntry[] = PEERS.filter(
  ({ ranks, stopWords }) => ranks !== 'hybrid' || stopWords === 'dropped',
);
