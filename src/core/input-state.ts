/** A file that articles are read from, as the file system describes it. */
export interface InputFileState {
  readonly path: string;
  readonly bytes: number;
  /** Times of the last change of content and of the file's record, in nanoseconds. */
  readonly modified: string;
  readonly changed: string;
  readonly inode: string;
}

/** Everything that a run of the indexer would read, before reading it. */
export interface InputState {
  /** Milliseconds since 1970 when it was looked at. */
  readonly seenAt: number;
  readonly files: readonly InputFileState[];
  /** Paths that lead to no file, with the reason. */
  readonly unreachable: readonly string[];
}

/** The input that an index was made from. */
export interface InputRecord extends InputState {
  /** SHA-256 of each file's bytes, in the order of `files`. */
  readonly hashes: readonly string[];
}
