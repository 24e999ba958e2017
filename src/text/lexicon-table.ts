import type { LexiconEntry } from './lexicon.ts';

const TAB = 0x09;
const LINE_FEED = 0x0a;

/**
 * Entries of a word in a table of lines `simplified TAB traditional TAB pinyin TAB sense…`,
 * UTF-8, sorted by the bytes of the first field. Nothing is parsed but the lines it lands on, so
 * a table of 120,000 entries opens at once.
 */
export class LexiconTable {
  readonly #bytes: Buffer;
  readonly #start: number;
  #simplifiedByTraditional: ReadonlyMap<string, readonly string[]> | null = null;

  /** @param start offset of the first entry, after the table's header line */
  constructor(bytes: Buffer, start: number) {
    this.#bytes = bytes;
    this.#start = start;
  }

  /** Entries of a simplified word, in the dictionary's order. */
  bySimplified(word: string): LexiconEntry[] {
    const key = Buffer.from(`${word}\t`);
    const entries: LexiconEntry[] = [];
    for (let at = this.#lowerBound(key); at < this.#bytes.length; ) {
      if (this.#compare(key, at) !== 0) break;
      const end = this.#lineEnd(at);
      entries.push(parseEntry(this.#bytes.toString('utf8', at, end)));
      at = end + 1;
    }
    return entries;
  }

  /** Entries of a traditional word. The first call reads the whole table (some 100 ms). */
  byTraditional(word: string): LexiconEntry[] {
    this.#simplifiedByTraditional ??= this.#indexTraditional();
    return (this.#simplifiedByTraditional.get(word) ?? [])
      .flatMap((simplified) => this.bySimplified(simplified))
      .filter((entry) => entry.traditional === word);
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

  /** Offset of the first line that does not sort before the key. */
  #lowerBound(key: Buffer): number {
    let low = this.#start;
    let high = this.#bytes.length;
    while (low < high) {
      const middle = this.#lineStart((low + high) >> 1);
      if (this.#compare(key, middle) > 0) low = this.#lineEnd(middle) + 1;
      else high = middle;
    }
    return low;
  }

  #compare(key: Buffer, lineStart: number): number {
    const end = Math.min(lineStart + key.length, this.#bytes.length);
    return key.compare(this.#bytes, lineStart, end);
  }

  #lineStart(offset: number): number {
    let start = offset;
    while (start > this.#start && this.#bytes[start - 1] !== LINE_FEED) start--;
    return start;
  }

  #lineEnd(offset: number): number {
    const end = this.#bytes.indexOf(LINE_FEED, offset);
    return end < 0 ? this.#bytes.length : end;
  }

  #indexTraditional(): Map<string, string[]> {
    const index = new Map<string, string[]>();
    for (let at = this.#start; at < this.#bytes.length; at = this.#lineEnd(at) + 1) {
      const tab = this.#bytes.indexOf(TAB, at);
      if (this.#bytes[tab + 1] === TAB) continue;
      const simplified = this.#bytes.toString('utf8', at, tab);
      const traditional = this.#bytes.toString('utf8', tab + 1, this.#bytes.indexOf(TAB, tab + 1));
      const known = index.get(traditional);
      if (known === undefined) index.set(traditional, [simplified]);
      else if (!known.includes(simplified)) known.push(simplified);
    }
    return index;
  }
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
