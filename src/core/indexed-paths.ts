import { YinzhengError } from './errors.ts';

/** A file or folder that an index is made from. */
export interface IndexedPath {
  /** As somebody wrote it. */
  readonly given: string;
  readonly absolute: string;
}

/** What decides which articles a run of the indexer reads. */
export interface PathChoice {
  /** Paths given to the command; none takes the index's own, or the configured one. */
  readonly given: readonly IndexedPath[];
  readonly configured: IndexedPath;
  /** Whether somebody chose the configured path; a default gives way to the index's own. */
  readonly isConfigured: boolean;
  /** What the index there is was made from; null where there is none. */
  readonly indexed: readonly IndexedPath[] | 'unknown' | null;
  /** What readers bring is in here: it is in an index beside whatever else was chosen. */
  readonly brought?: IndexedPath | undefined;
  /** Give up the articles of the index for others. */
  readonly replace: boolean;
  /** Index others beside those of the index. */
  readonly add: boolean;
}

/**
 * The paths to index. An index keeps the articles it was made from until somebody says otherwise.
 * @throws {YinzhengError} `index-other-articles`
 */
export function choosePaths(choice: PathChoice): readonly IndexedPath[] {
  const { given, configured, isConfigured, indexed, brought, replace, add } = choice;
  const asked = given.length > 0 ? given : isConfigured ? [configured] : [];
  const wanted = asked.length > 0 ? asked : [configured];
  if (indexed === null || replace) return withoutRepeats(wanted);
  if (indexed === 'unknown') {
    throw new YinzhengError(
      'index-other-articles',
      `It does not say from which, so it is not replaced by ${listPaths(wanted)}.`,
    );
  }
  const chosen = indexed.filter(({ absolute }) => absolute !== brought?.absolute);
  if (asked.length === 0 || samePaths(asked, indexed) || samePaths(asked, chosen)) return indexed;
  if (add) return withoutRepeats([...indexed, ...asked]);
  const origin = given.length > 0 ? 'the command names' : 'ARTICLES_PATH is';
  throw new YinzhengError(
    'index-other-articles',
    `It holds ${listPaths(indexed)}; ${origin} ${listPaths(asked)}.`,
  );
}

/** Whether two lists name the same files and folders, in whatever order. */
export function samePaths(a: readonly IndexedPath[], b: readonly IndexedPath[]): boolean {
  const names = (paths: readonly IndexedPath[]) =>
    JSON.stringify([...new Set(paths.map(({ absolute }) => absolute))].sort());
  return names(a) === names(b);
}

/** For people: the absolute paths, one after the other. */
export function listPaths(paths: readonly IndexedPath[]): string {
  return paths.map(({ absolute }) => absolute).join(', ');
}

function withoutRepeats(paths: readonly IndexedPath[]): IndexedPath[] {
  return [...new Map(paths.map((path) => [path.absolute, path])).values()];
}
