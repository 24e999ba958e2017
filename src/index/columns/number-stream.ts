/** Bytes that a list begins with. */
const FIRST_CAPACITY = 4096;

/** The longest a number can be: seven bits of it in each byte. */
const LONGEST = 5;

/**
 * Whole numbers below 2³² in the order they are written, small ones in a byte: groups of seven
 * bits, low ones first.
 */
export class NumberStream {
  #bytes = new Uint8Array(FIRST_CAPACITY);
  #length = 0;

  /** Bytes written so far. */
  get length(): number {
    return this.#length;
  }

  write(number: number): void {
    this.#makeRoom(LONGEST);
    let rest = number;
    while (rest >= 128) {
      this.#bytes[this.#length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  /** Writes what another stream holds behind what is here. */
  append(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** What was written, in the stream's own memory: nothing is written afterwards. */
  toBytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #makeRoom(bytes: number): void {
    const needed = this.#length + bytes;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, Math.ceil(1.5 * this.#bytes.length)));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

/** Reads what a `NumberStream` wrote. */
export class NumberReader {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  read(): number {
    let byte = this.#bytes[this.#at++] as number;
    if (byte < 128) return byte;
    let number = byte & 127;
    for (let shift = 7; byte >= 128; shift += 7) {
      byte = this.#bytes[this.#at++] as number;
      number |= (byte & 127) << shift;
    }
    return number >>> 0;
  }

  /** Passes over the next numbers. */
  skip(count: number): void {
    for (let left = count; left > 0; left--) while ((this.#bytes[this.#at++] as number) >= 128);
  }
}
