import { createHash } from 'node:crypto';

/** Bytes of a key: 128 bits, so that two texts never share one. */
export const KEY_BYTES = 16;

/**
 * Names the vector of a text under an embedder: equal keys mean the vector can be used again.
 * One character stands for one byte (latin1), which keeps a map of keys small.
 */
export function vectorKey(embedderFingerprint: string, text: string): string {
  const hash = createHash('sha256').update(embedderFingerprint).update('\0').update(text);
  return hash.digest().toString('latin1', 0, KEY_BYTES);
}
