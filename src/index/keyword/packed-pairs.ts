import { PAGE, type Pages } from '../columns/pages.ts';

/** The longest a pair can be: five bytes of number, one of code, two of an uncoded value. */
const LONGEST = 8;

/** Code of a value that has none of its own; the value follows. */
const UNCODED = 255;

/**
 * Pairs of a whole number and a 16-bit value, in the order they are appended, in about three bytes
 * each: the number in groups of seven bits, low ones first, and the value as a one-byte code,
 * because in practice few different values occur. Reading takes them out.
 */
export class PackedPairs {
  readonly #pages: Pages;
  #page: Uint8Array = new Uint8Array(PAGE);
  #used = 0;
  /** The code of each value, and the value of each code. */
  readonly #codes = new Uint8Array(65_536).fill(UNCODED);
  readonly #values: number[] = [];

  /** @param pages where full ones wait */
  constructor(pages: Pages) {
    this.#pages = pages;
  }

  append(number: number, value: number): void {
    if (this.#used > PAGE - LONGEST) {
      this.#page = this.#pages.append(this.#page);
      this.#used = 0;
    }
    const page = this.#page;
    let rest = number;
    while (rest >= 128) {
      page[this.#used++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    page[this.#used++] = rest;
    const code = this.#codeOf(value);
    page[this.#used++] = code;
    if (code === UNCODED) {
      page[this.#used++] = value & 255;
      page[this.#used++] = value >>> 8;
    }
  }

  /**
   * Hands over the first `counts[0]` pairs with group 0, the next `counts[1]` with group 1, and so
   * on. Pages are freed as they are read; nothing can be appended afterwards.
   */
  drain(
    counts: readonly number[],
    take: (group: number, number: number, value: number) => void,
  ): void {
    this.#pages.append(this.#page);
    let page = this.#page;
    let at = PAGE;
    for (let group = 0; group < counts.length; group++) {
      for (let left = counts[group] as number; left > 0; left--) {
        if (at > PAGE - LONGEST) {
          page = this.#pages.next();
          at = 0;
        }
        let number = 0;
        let shift = 0;
        let byte = page[at++] as number;
        while (byte >= 128) {
          number |= (byte & 127) << shift;
          shift += 7;
          byte = page[at++] as number;
        }
        number |= byte << shift;
        const code = page[at++] as number;
        let value = this.#values[code] as number;
        if (code === UNCODED) {
          value = (page[at] as number) | ((page[at + 1] as number) << 8);
          at += 2;
        }
        take(group, number, value);
      }
    }
    this.#pages.close();
  }

  #codeOf(value: number): number {
    const known = this.#codes[value] as number;
    if (known !== UNCODED || this.#values.length === UNCODED) return known;
    const code = this.#values.push(value) - 1;
    this.#codes[value] = code;
    return code;
  }
}
