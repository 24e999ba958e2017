import { hashText } from '../core/hash.ts';

/** A text that repeats an earlier one, by their positions in the list given. */
export interface TextCopy {
  readonly copy: number;
  readonly original: number;
  /** Jaccard similarity of their shingles, from 0 to 1. */
  readonly similarity: number;
}

/** Units in a row that make a shingle: characters in Chinese, words in English. */
const SHINGLE_UNITS = 4;
const MIN_SIMILARITY = 0.7;
/** Share of the figures of one text that the other must hold too; see {@link statesSameFigures}. */
const MIN_SAME_FIGURES = 0.6;
const MIN_FIGURES = 3;
/**
 * Least hashes of a text by which its copies are looked for, and how many of them a copy must
 * share. Of two texts of similarity s each is shared with chance s: at the threshold, a copy shares
 * fewer than two of twelve less than once in ten thousand times.
 */
const SKETCH_SIZE = 12;
const MIN_SHARED = 2;
/** Originals kept under one hash: more means boilerplate that tells nothing. */
const MAX_SHARING = 64;

/**
 * Texts that repeat an earlier one nearly word for word: reprints, corrections, the same dispatch
 * under another title. Each is compared, by the exact Jaccard similarity of its shingles, with the
 * earlier originals whose least shingle hashes are also among its own (bottom-k sketches, Broder
 * 1997). Time grows with the length of the texts and not with their pairs.
 *
 * @param texts the earlier ones first
 */
export function findCopies(texts: readonly string[]): TextCopy[] {
  const copies: TextCopy[] = [];
  const originalsByHash = new Map<number, number[]>();
  const shinglesOf = new Map<number, Uint32Array>();
  for (const [index, text] of texts.entries()) {
    const shingles = shingle(text);
    const sketch = shingles.subarray(0, SKETCH_SIZE);
    const copy = findOriginal(index, shingles, originalsByHash, shinglesOf);
    if (copy !== undefined && statesSameFigures(text, texts[copy.original] ?? '')) {
      copies.push(copy);
      continue;
    }
    shinglesOf.set(index, shingles);
    for (const hash of sketch) {
      const originals = originalsByHash.get(hash);
      if (originals === undefined) originalsByHash.set(hash, [index]);
      else if (originals.length < MAX_SHARING) originals.push(index);
    }
  }
  return copies;
}

/** The most similar original, the earliest of several, or undefined when none is similar enough. */
function findOriginal(
  index: number,
  shingles: Uint32Array,
  originalsByHash: ReadonlyMap<number, readonly number[]>,
  shinglesOf: ReadonlyMap<number, Uint32Array>,
): TextCopy | undefined {
  const sharedBy = new Map<number, number>();
  const sketch = shingles.subarray(0, SKETCH_SIZE);
  for (const hash of sketch) {
    for (const original of originalsByHash.get(hash) ?? []) {
      sharedBy.set(original, (sharedBy.get(original) ?? 0) + 1);
    }
  }
  let best: TextCopy | undefined;
  for (const [original, shared] of sharedBy) {
    if (shared < Math.min(MIN_SHARED, sketch.length)) continue;
    const similarity = jaccard(shingles, shinglesOf.get(original) ?? new Uint32Array());
    if (similarity < MIN_SIMILARITY || similarity < (best?.similarity ?? 0)) continue;
    if (similarity === best?.similarity && original > best.original) continue;
    best = { copy: index, original, similarity };
  }
  return best;
}

/**
 * Whether two texts of one wording also agree in their numbers. Reports made from a template (share
 * prices, weather) repeat each other's words and state other facts: those are no copies.
 */
function statesSameFigures(a: string, b: string): boolean {
  const [fewer, more] = [a, b]
    .map((text) => new Set(text.match(/\d+(?:\.\d+)?/gu)))
    .sort((left, right) => left.size - right.size);
  if (fewer === undefined || more === undefined || fewer.size < MIN_FIGURES) return true;
  const same = [...fewer].filter((figure) => more.has(figure)).length;
  return same >= MIN_SAME_FIGURES * fewer.size;
}

/** Hashes of every run of units, ascending, each once; of the whole text where it is shorter. */
function shingle(text: string): Uint32Array {
  const units = text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];
  const hashes = Uint32Array.from(units, hashText);
  const shingles = new Uint32Array(Math.max(1, hashes.length - SHINGLE_UNITS + 1));
  for (let start = 0; start < shingles.length; start++) {
    let combined = 0;
    for (let offset = 0; offset < SHINGLE_UNITS; offset++) {
      combined = mix(combined ^ (hashes[start + offset] ?? 0));
    }
    shingles[start] = combined;
  }
  return shingles.sort().filter((hash, index, sorted) => hash !== sorted[index - 1]);
}

/** The finaliser of MurmurHash3, so that near values spread over all 32 bits. */
function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) + 0x9e3779b9) >>> 0;
}

/** Shared shingles over all shingles of two ascending lists. */
function jaccard(a: Uint32Array, b: Uint32Array): number {
  if (Math.min(a.length, b.length) < MIN_SIMILARITY * Math.max(a.length, b.length)) return 0;
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared / (a.length + b.length - shared);
}
