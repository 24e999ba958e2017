import { addToHash, FNV_BASIS } from '../../core/hash.ts';
import type { LexiconEntry } from './lexicon.ts';

const TAB = 0x09;
const LINE_FEED = 0x0a;

/** Slots of the hash table: at most half of them are taken by the words of the largest table. */
const SLOTS = 2 ** 18;

/**
 * Entries of a word in a table of lines `simplified TAB traditional TAB pinyin TAB sense…`,
 * UTF-8, sorted by the bytes of the first field. Nothing is parsed but the lines asked for: opening
 * a table of 120,000 entries is hashing its words, in some 20 ms.
 */
export class LexiconTable {
  readonly #bytes: Buffer;
  readonly #start: number;
  /** Open-addressing hash table of the offset of each word's first line; 0 is free. */
  readonly #slots = new Uint32Array(SLOTS);
  /** The same of every line by its Traditional form, where that is another one. */
  readonly #traditionalSlots = new Uint32Array(SLOTS);

  /** @param start offset of the first entry, after the table's header line */
  constructor(bytes: Buffer, start: number) {
    this.#bytes = bytes;
    this.#start = start;
    for (let at = start; at < bytes.length; at = this.#lineEnd(at) + 1) {
      const slot = this.#slotOf(bytes, at);
      if (this.#slots[slot] === 0) this.#slots[slot] = at;
      const traditional = bytes.indexOf(TAB, at) + 1;
      if (bytes[traditional] !== TAB) this.#addTraditional(at, traditional);
    }
  }

  /** Whether there are entries of a simplified word. */
  has(word: string): boolean {
    return this.#slots[this.#slotOf(keyOf(word), 0)] !== 0;
  }

  /** Entries of a simplified word, in the dictionary's order. */
  bySimplified(word: string): LexiconEntry[] {
    const key = keyOf(word);
    const entries: LexiconEntry[] = [];
    let at = this.#slots[this.#slotOf(key, 0)] as number;
    while (at !== 0 && at < this.#bytes.length && this.#holds(key, 0, at)) {
      const end = this.#lineEnd(at);
      entries.push(parseEntry(this.#bytes.toString('utf8', at, end)));
      at = end + 1;
    }
    return entries;
  }

  /** Entries of a traditional word that is written otherwise in simplified form, in order. */
  byTraditional(word: string): LexiconEntry[] {
    const key = keyOf(word);
    const entries: LexiconEntry[] = [];
    for (let slot = hashOf(key, 0); this.#traditionalSlots[slot] !== 0; slot = nextSlot(slot)) {
      const line = this.#traditionalSlots[slot] as number;
      if (!this.#holds(key, 0, this.#bytes.indexOf(TAB, line) + 1)) continue;
      entries.push(parseEntry(this.#bytes.toString('utf8', line, this.#lineEnd(line))));
    }
    return entries;
  }

  /** Every simplified word, once, in byte order. */
  *words(): Generator<string> {
    let previous = '';
    for (let at = this.#start; at < this.#bytes.length; at = this.#lineEnd(at) + 1) {
      const word = this.#bytes.toString('utf8', at, this.#bytes.indexOf(TAB, at));
      if (word !== previous) yield word;
      previous = word;
    }
  }

  /** The slot of the word that stands in `source` from `start` up to a tab: its own or a free one. */
  #slotOf(source: Uint8Array, start: number): number {
    let slot = hashOf(source, start);
    for (;;) {
      const line = this.#slots[slot] as number;
      if (line === 0 || this.#holds(source, start, line)) return slot;
      slot = nextSlot(slot);
    }
  }

  /** A word may have several lines: each has a slot, the earlier one first. */
  #addTraditional(line: number, traditional: number): void {
    let slot = hashOf(this.#bytes, traditional);
    while (this.#traditionalSlots[slot] !== 0) slot = nextSlot(slot);
    this.#traditionalSlots[slot] = line;
  }

  /** Whether what stands at an offset is the word that stands in `source` up to a tab. */
  #holds(source: Uint8Array, start: number, line: number): boolean {
    for (let at = 0; this.#bytes[line + at] === source[start + at]; at++) {
      if (source[start + at] === TAB) return true;
    }
    return false;
  }

  #lineEnd(offset: number): number {
    const end = this.#bytes.indexOf(LINE_FEED, offset);
    return end < 0 ? this.#bytes.length : end;
  }
}

/** Room for the UTF-8 bytes of a word as long as any that is asked for often. */
const keyBytes = new Uint8Array(128);
/** Below these, a UTF-16 unit takes one byte and two; a surrogate is half a character of four. */
const [TWO_BYTES, THREE_BYTES, FIRST_SURROGATE, LAST_SURROGATE] = [0x80, 0x800, 0xd800, 0xdfff];

/** The UTF-8 bytes of a word and a tab, in memory that the next call writes over. */
function keyOf(word: string): Uint8Array {
  if (3 * word.length >= keyBytes.length) return Buffer.from(`${word}\t`);
  let length = 0;
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    if (unit >= FIRST_SURROGATE && unit <= LAST_SURROGATE) return Buffer.from(`${word}\t`);
    if (unit < TWO_BYTES) keyBytes[length++] = unit;
    else if (unit < THREE_BYTES) {
      keyBytes[length++] = 0xc0 | (unit >> 6);
      keyBytes[length++] = 0x80 | (unit & 63);
    } else {
      keyBytes[length++] = 0xe0 | (unit >> 12);
      keyBytes[length++] = 0x80 | ((unit >> 6) & 63);
      keyBytes[length++] = 0x80 | (unit & 63);
    }
  }
  keyBytes[length] = TAB;
  return keyBytes;
}

/** Where a hash table begins to look for the word that stands in `source` up to a tab. */
function hashOf(source: Uint8Array, start: number): number {
  let hash = FNV_BASIS;
  for (let at = start; source[at] !== TAB; at++) {
    hash = addToHash(hash, source[at] as number);
  }
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

function nextSlot(slot: number): number {
  return (slot + 1) & (SLOTS - 1);
}

function parseEntry(line: string): LexiconEntry {
  const [simplified = '', traditional = '', pinyin = '', ...glosses] = line.split('\t');
  return {
    simplified,
    traditional: traditional === '' ? simplified : traditional,
    pinyin,
    glosses,
  };
}
