import { z } from 'zod';

const FENCE = /^\s*```[\w-]*\s*$/u;
const TABLE_RULE = /^\s*\|?\s*:?-{2,}[-\s|:]*$/u;
const TABLE_ROW = /^\s*\|(.+)\|\s*$/u;
/** Fields in which models that answer in JSON put their text. */
const TEXT_FIELDS = ['answer', 'response', 'text', 'content', '回答', '答案'] as const;
/** No answer is longer than this; what goes on is no JSON that could be read. */
const MAX_JSON_LENGTH = 20_000;

/**
 * A model's text as prose, in pieces as they arrive: code fences taken off, the rows of tables as lines `name: value`
 * without that of headings, and an answer that is one JSON object as the text in it. Lines without any of these pass at once.
 */
export class AnswerText {
  #held = '';
  #isJson: boolean | null = null;
  /** A row of a table, held until the next line tells whether it was the one of headings. */
  #row = '';

  push(piece: string): string {
    this.#held += piece;
    if (this.#isJson === null) {
      const start = this.#held.replace(/^\s*(?:```[\w-]*\s*)?/u, '');
      if (start === '' && this.#held.length < 20) return '';
      this.#isJson = start.startsWith('{');
    }
    if (this.#isJson) {
      if (this.#held.length <= MAX_JSON_LENGTH) return '';
      this.#isJson = false;
    }
    return this.#lines(false);
  }

  end(): string {
    if (this.#isJson) {
      const text = textOfJson(this.#held);
      if (text !== null) {
        this.#held = '';
        return text;
      }
    }
    return this.#lines(true);
  }

  /** Lines that may still become a fence or a table's are held until they are whole. */
  #lines(ended: boolean): string {
    let out = '';
    for (let end = this.#held.indexOf('\n'); end >= 0; end = this.#held.indexOf('\n')) {
      out += this.#line(this.#held.slice(0, end), '\n');
      this.#held = this.#held.slice(end + 1);
    }
    if (ended || !/^\s*(?:[|`]|$)/u.test(this.#held)) {
      out += ended ? this.#line(this.#held, '') : this.#held;
      this.#held = '';
    }
    if (!ended) return out;
    const row = this.#row;
    this.#row = '';
    return out + row;
  }

  #line(line: string, end: string): string {
    const row = this.#row;
    this.#row = '';
    if (TABLE_RULE.test(line)) return '';
    const plain = plainLine(line, end);
    if (!TABLE_ROW.test(line)) return row + plain;
    this.#row = plain;
    return row;
  }
}

function plainLine(line: string, end: string): string {
  if (FENCE.test(line)) return '';
  const row = TABLE_ROW.exec(line)?.[1];
  if (row === undefined) return line + end;
  const cells = row
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
  const [name, ...values] = cells;
  return name === undefined
    ? ''
    : `- ${[name, values.join(', ')].filter(Boolean).join(': ')}${end}`;
}

const answerSchema = z.record(z.string(), z.unknown());
const citationsSchema = z.array(z.union([z.number(), z.string()]));

function textOfJson(text: string): string | null {
  const object = /\{[\s\S]*\}/u.exec(text)?.[0];
  if (object === undefined) return null;
  try {
    const fields = answerSchema.parse(JSON.parse(object));
    const answer = TEXT_FIELDS.map((field) => fields[field]).find(
      (value): value is string => typeof value === 'string',
    );
    if (answer === undefined) return null;
    const cited = citationsSchema.safeParse(fields['citations'] ?? fields['sources']);
    const marks = cited.success ? cited.data.map((number) => `[${number}]`).join('') : '';
    return /\[\d/u.test(answer) ? answer : `${answer}${marks}`;
  } catch {
    // Not JSON after all: it is shown, and checked, as it stands.
    return null;
  }
}
