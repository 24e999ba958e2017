const FIRST_CAPACITY = 1024;

/** A growing list of whole numbers below 2³², in four bytes each. */
export class NumberList {
  #numbers = new Uint32Array(FIRST_CAPACITY);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  append(number: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = new Uint32Array(2 * this.#length);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length++] = number;
  }

  /** What is held, in the list's own memory: nothing is appended afterwards. */
  toArray(): Uint32Array {
    return this.#numbers.subarray(0, this.#length);
  }
}
