/** A system of the comparison, and what a reader of the table must know of it. */
export interface SystemEntry {
  /** Name of its module in `systems/`. */
  readonly id: string;
  readonly name: string;
  /** What it ranks by. */
  readonly ranks: 'hybrid' | 'words' | 'vectors';
  /** Whether its engine is JavaScript; the others are native code behind an interface of it. */
  readonly javaScript: boolean;
  /** Whether its package is one of the bench's own, which the product does without. */
  readonly ownPackage: boolean;
  readonly settings: string;
  /** Another system whose index it opens, instead of building one. */
  readonly indexOf?: string;
}

/** Ours, which everything is compared with. */
export const OURS: SystemEntry = {
  id: 'yinzheng',
  name: 'Yinzheng',
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
  ranks: 'words',
  javaScript: true,
  ownPackage: false,
  settings: 'the words of the same index alone, by BM25, without fusing or reranking',
  indexOf: OURS.id,
};

export const PEERS: readonly SystemEntry[] = [
  {
    id: 'minisearch',
    name: 'MiniSearch',
    ranks: 'words',
    javaScript: true,
    ownPackage: true,
    settings: 'BM25+, any word may match; kept as JSON',
  },
  {
    id: 'flexsearch',
    name: 'FlexSearch',
    ranks: 'words',
    javaScript: true,
    ownPackage: true,
    settings: 'Document, strict words, `suggest` so that words may be missing; no BM25',
  },
  {
    id: 'orama',
    name: 'Orama',
    ranks: 'hybrid',
    javaScript: true,
    ownPackage: true,
    settings:
      'mode `hybrid` with its own weights, similarity from .5 (better than its .8); exact vectors',
  },
  {
    id: 'lancedb',
    name: 'LanceDB',
    ranks: 'hybrid',
    javaScript: false,
    ownPackage: true,
    settings: 'FTS index on words, exact cosine on vectors, reciprocal rank fusion',
  },
  {
    id: 'sqlite-fts5',
    name: 'SQLite FTS5',
    ranks: 'words',
    javaScript: false,
    ownPackage: true,
    settings: 'better-sqlite3, BM25, any word may match',
  },
  {
    id: 'hnswlib',
    name: 'hnswlib-node',
    ranks: 'vectors',
    javaScript: false,
    ownPackage: false,
    settings: 'M 16, efConstruction 200, ef 128; keeps no text',
  },
];
