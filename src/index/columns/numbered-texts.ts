import { ownText } from '../../core/own-text.ts';

/** Stands between texts that cross to another thread in one string; no cleaned text holds it. */
const BETWEEN = '\u0000';

/** Numbers different texts in the order of their first occurrence. */
export class NumberedTexts {
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.#numbers.size;
  }

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(ownText(text), number);
    return number;
  }

  /** The texts in the order of their numbers. */
  list(): string[] {
    return [...this.#numbers.keys()];
  }

  clear(): void {
    this.#numbers.clear();
  }
}

/** Texts as one string, which crosses to another thread in no time. */
export function joinTexts(texts: readonly string[]): string {
  return texts.map((text) => text + BETWEEN).join('');
}

export function splitTexts(joined: string): string[] {
  return joined.split(BETWEEN).slice(0, -1);
}
