const FIRST_CAPACITY = 1024;

/** Numbers in a full page: longer lists grow by pages, and copy nothing. */
const PAGE = 1 << 16;

/** A growing list of whole numbers below 2³², in four bytes each. */
export class NumberList {
  #full: Uint32Array[] = [];
  #page = new Uint32Array(FIRST_CAPACITY);
  #used = 0;

  get length(): number {
    return this.#full.length * PAGE + this.#used;
  }

  append(number: number): void {
    if (this.#used === this.#page.length) this.#makeRoom();
    this.#page[this.#used++] = number;
  }

  /** What is held, in the list's own memory: nothing is appended afterwards. */
  toArray(): Uint32Array {
    if (this.#full.length > 0) {
      const whole = new Uint32Array(this.length);
      for (const [place, page] of this.#full.entries()) whole.set(page, place * PAGE);
      whole.set(this.#page.subarray(0, this.#used), this.#full.length * PAGE);
      this.#full = [];
      this.#page = whole;
      this.#used = whole.length;
    }
    return this.#page.subarray(0, this.#used);
  }

  #makeRoom(): void {
    if (this.#page.length < PAGE) {
      const larger = new Uint32Array(2 * this.#page.length);
      larger.set(this.#page);
      this.#page = larger;
      return;
    }
    this.#full.push(this.#page);
    this.#page = new Uint32Array(PAGE);
    this.#used = 0;
  }
}
