import type { Span } from '../../core/span.ts';
import { CLOSING_MARK } from '../discourse/quotations.ts';

/** Straight quotes are the same on both sides: what stands around them tells which opens. */
const QUOTATIONS = Object.entries(CLOSING_MARK).filter(([opening, closing]) => opening !== closing);
const CLOSER_OF: Readonly<Record<string, string>> = {
  ...Object.fromEntries(QUOTATIONS),
  '‘': '’',
  '（': '）',
  '(': ')',
  '【': '】',
  '[': ']',
  '〔': '〕',
  '〈': '〉',
};
const OPENER_OF = new Map(Object.entries(CLOSER_OF).map(([opener, closer]) => [closer, opener]));
const MARKS = /["“”‘’「」『』（）()【】[\]〔〕《》〈〉]/gu;

/** Marks waiting for their partner, beyond which the outermost is given up: none is this deep. */
const MAX_NESTING_DEPTH = 32;

interface OpenEnclosure {
  readonly mark: string;
  readonly start: number;
}

/**
 * Pairs of quotation marks and brackets in one line, each from its opening mark to just past its
 * closing one, ordered by start; pairs nest and never cross. A mark without its partner (a
 * quotation that runs over paragraphs, an apostrophe) makes no pair.
 */
export function findEnclosures(line: string): Span[] {
  const enclosures: Span[] = [];
  const open: OpenEnclosure[] = [];
  for (const { index, 0: mark } of line.matchAll(MARKS)) {
    const isOpener = mark === '"' ? opensQuote(line, index, open) : CLOSER_OF[mark] !== undefined;
    if (isOpener) {
      open.push({ mark, start: index });
      if (open.length > MAX_NESTING_DEPTH) open.shift();
      continue;
    }
    if (mark === '’' && isApostrophe(line, index)) continue;
    const opener = OPENER_OF.get(mark) ?? mark;
    const depth = open.findLastIndex((enclosure) => enclosure.mark === opener);
    const partner = open[depth];
    if (partner === undefined) continue;
    enclosures.push({ start: partner.start, end: index + 1 });
    open.length = depth;
  }
  return enclosures.sort((a, b) => a.start - b.start);
}

/** A straight quote opens when none is open, or when the open one turns out to be a stray. */
function opensQuote(line: string, index: number, open: readonly OpenEnclosure[]): boolean {
  const before = line[index - 1] ?? ' ';
  const after = line[index + 1] ?? ' ';
  if (open.some(({ mark }) => mark === '"')) return /\s/.test(before) && /\S/.test(after);
  return !(/\d/.test(before) && /[\s,.;)]/.test(after)); // 5" is a length
}

function isApostrophe(line: string, index: number): boolean {
  return /[\p{L}\p{N}]/u.test(line[index - 1] ?? '') && /[a-z]/i.test(line[index + 1] ?? '');
}
