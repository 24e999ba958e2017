import { addToHash, FNV_BASIS } from '../../core/hash.ts';

/** The arrays a dictionary is made of; they are what goes to disk, so opening one costs nothing. */
export interface TermDictionaryData {
  /** The terms' UTF-8 bytes, one after the other in the order of their numbers. */
  readonly bytes: Uint8Array;
  /** Where each term begins in `bytes`; one more entry than there are terms. */
  readonly offsets: Uint32Array;
  /** Open-addressing hash table of term number + 1, 0 for free; its length is a power of two. */
  readonly slots: Uint32Array;
}

/** Numbers the terms of a field: an exact lookup from a term to its number, from 0. */
export class TermDictionary {
  readonly data: TermDictionaryData;

  constructor(data: TermDictionaryData) {
    this.data = data;
  }

  /** @param terms distinct terms; each one's number is its place in this list */
  static of(terms: readonly string[]): TermDictionary {
    // Written straight to their place: a buffer for each term would cost many times its bytes.
    const total = terms.reduce((sum, term) => sum + Buffer.byteLength(term, 'utf8'), 0);
    const bytes = Buffer.allocUnsafeSlow(total);
    const offsets = new Uint32Array(terms.length + 1);
    // At most half full, so that a probe for an absent term ends after a step or two.
    const slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * terms.length + 2)));
    let start = 0;
    for (const [number, term] of terms.entries()) {
      const end = start + bytes.write(term, start, 'utf8');
      offsets[number + 1] = end;
      let slot = hashBytes(bytes, start, end) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = number + 1;
      start = end;
    }
    return new TermDictionary({ bytes, offsets, slots });
  }

  get size(): number {
    return this.data.offsets.length - 1;
  }

  /** The term with a number; the dictionary has to have it. */
  termAt(number: number): string {
    const { bytes, offsets } = this.data;
    const start = offsets[number] as number;
    const length = (offsets[number + 1] as number) - start;
    return Buffer.from(bytes.buffer, bytes.byteOffset + start, length).toString('utf8');
  }

  /** The term's number, or -1 where the field does not have it. */
  numberOf(term: string): number {
    const { bytes, offsets, slots } = this.data;
    const wanted = Buffer.from(term, 'utf8');
    const mask = slots.length - 1;
    for (let slot = hashBytes(wanted, 0, wanted.length) & mask; ; slot = (slot + 1) & mask) {
      const number = (slots[slot] as number) - 1;
      if (number < 0) return -1;
      const start = offsets[number] as number;
      if ((offsets[number + 1] as number) - start !== wanted.length) continue;
      let same = 0;
      while (same < wanted.length && bytes[start + same] === wanted[same]) same++;
      if (same === wanted.length) return number;
    }
  }
}

/** FNV-1a over 32 bits, with a final mix so that the low bits, which pick the slot, are good. */
function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = FNV_BASIS;
  for (let at = start; at < end; at++) {
    hash = addToHash(hash, bytes[at] as number);
  }
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}
