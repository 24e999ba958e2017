// What the bench uses of the peers' interfaces, so that types hold where they are not installed.
// An ambient declaration goes before a package's own.

declare module 'minisearch' {
  interface Options {
    readonly fields: readonly string[];
    readonly storeFields: readonly string[];
    readonly tokenize: (text: string) => string[];
    readonly processTerm: (term: string) => string;
  }
  export default class MiniSearch {
    static loadJSON(json: string, options: Options): MiniSearch;
    constructor(options: Options);
    add(document: { readonly id: number; readonly [field: string]: unknown }): void;
    search(query: string): { readonly id: number }[];
  }
}

declare module 'flexsearch' {
  interface DocumentOptions {
    readonly document: {
      readonly id: string;
      readonly index: readonly string[];
      readonly store: readonly string[];
    };
    readonly tokenize: 'strict';
    readonly encode: (text: string) => string[];
  }
  class Document {
    constructor(options: DocumentOptions);
    add(document: { readonly id: number; readonly [field: string]: unknown }): void;
    search(
      query: string,
      options: { readonly limit: number; readonly suggest: boolean },
    ): { readonly result: readonly number[] }[];
    export(handle: (key: string, data: string | undefined) => void): Promise<void>;
    import(key: string, data: string): Promise<void>;
  }
  const flexsearch: { readonly Document: typeof Document };
  export default flexsearch;
}

declare module '@orama/orama' {
  interface Database {
    readonly tokenizer: object;
  }
  interface Tokenizer {
    readonly language: string;
    readonly normalizationCache: Map<string, string>;
    readonly tokenize: (text: string) => string[];
  }
  interface Query {
    readonly mode: 'hybrid';
    readonly term: string;
    readonly vector: { readonly value: readonly number[]; readonly property: string };
    readonly limit: number;
    readonly similarity: number;
  }
  export function create(settings: {
    readonly schema: Readonly<Record<string, string>>;
    readonly components: { readonly tokenizer: Tokenizer };
  }): Database;
  export function insertMultiple(
    database: Database,
    documents: readonly object[],
    batchSize: number,
  ): Promise<string[]>;
  export function save(database: Database): unknown;
  export function load(database: Database, data: unknown): void;
  export function search(
    database: Database,
    query: Query,
  ): Promise<{ readonly hits: readonly { readonly id: string }[] }>;
}

declare module '@lancedb/lancedb' {
  interface Reranker {
    readonly rerankHybrid: unknown;
  }
  interface Query {
    fullTextSearch(query: string, options: { readonly columns: readonly string[] }): Query;
    nearestTo(vector: readonly number[]): Query;
    distanceType(type: 'cosine'): Query;
    rerank(reranker: Reranker): Query;
    select(columns: readonly string[]): Query;
    limit(limit: number): Query;
    toArray(): Promise<{ readonly id: number | bigint }[]>;
  }
  interface Table {
    add(rows: readonly Record<string, unknown>[]): Promise<unknown>;
    createIndex(column: string, options: { readonly config: Index }): Promise<void>;
    optimize(): Promise<unknown>;
    query(): Query;
  }
  interface Connection {
    createTable(name: string, rows: readonly Record<string, unknown>[]): Promise<Table>;
    openTable(name: string): Promise<Table>;
  }
  interface Index {
    readonly inner: unknown;
  }
  export const Index: {
    fts(options: {
      readonly baseTokenizer: 'whitespace';
      readonly stem: boolean;
      readonly removeStopWords: boolean;
      readonly asciiFolding: boolean;
      readonly withPosition: boolean;
    }): Index;
  };
  export const rerankers: { readonly RRFReranker: { create(): Promise<Reranker> } };
  export function connect(directory: string): Promise<Connection>;
}

declare module 'better-sqlite3' {
  interface Statement {
    run(...values: readonly (string | number)[]): unknown;
    all(...values: readonly (string | number)[]): unknown[];
  }
  export default class Database {
    constructor(file: string, options?: { readonly readonly: boolean });
    exec(statements: string): void;
    prepare(statement: string): Statement;
    close(): void;
  }
}
