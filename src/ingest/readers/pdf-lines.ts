/** A line as it is set on a page; lengths in points. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Distance from the origin of the page, upwards. */
  readonly baseline: number;
  /** Height of its largest characters. */
  readonly size: number;
}

export interface PdfPage {
  readonly bottom: number;
  readonly top: number;
  readonly lines: readonly PdfLine[];
}

/** Share of a page's height, above and below, where lines may belong to the page, not to the text. */
const MARGIN_SHARE = 0.08;
const SMALLER = 0.95;
const LARGER = 1.15;
/** A gap this many times the usual one parts paragraphs. */
const WIDE_GAP = 1.3;
const MAX_HEADLINE_LINES = 4;
const PAGE_NUMBER =
  /^(?:[-–—·\s]*\d{1,4}[-–—·\s]*|(?:page|第)?\s*\d{1,4}\s*(?:页|(?:of|\/|／)\s*\d{1,4}|共\s*\d{1,4}\s*页)?)$/iu;
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60“”‘’…—]/u;

/**
 * The text of pages, a paragraph a line: lines that are full are joined with the next, as they were
 * before they were set. Lines that belong to pages, in their margins, are left out.
 *
 * @returns the text, and as `headline` the lines of the first page that are set largest, or null
 */
export function joinPdfLines(pages: readonly PdfPage[]): {
  readonly text: string;
  readonly headline: string | null;
} {
  const bodySize = commonSize(pages.flatMap(({ lines }) => lines));
  const kept = withoutMargins(pages, bodySize);
  const leading = usualGap(kept, bodySize);
  const paragraphs: string[] = [];
  let paragraph = '';
  let previous: PdfLine | undefined;
  const words = new Set(
    kept.flatMap((lines) => lines.flatMap(({ text }) => text.toLowerCase().match(WORD) ?? [])),
  );
  for (const lines of kept) {
    for (const line of lines) {
      if (previous !== undefined && continues(previous, line, lines, leading)) {
        paragraph = join(paragraph, line.text, words);
      } else {
        paragraphs.push(paragraph);
        paragraph = line.text;
      }
      previous = line;
    }
  }
  paragraphs.push(paragraph);
  return {
    text: paragraphs.filter((text) => text !== '').join('\n'),
    headline: findHeadline(kept[0] ?? [], bodySize),
  };
}

const WORD = /\p{L}+(?:-\p{L}+)*/gu;

/** The size that most characters have. */
function commonSize(lines: readonly PdfLine[]): number {
  const characters = new Map<number, number>();
  for (const { text, size } of lines) {
    const rounded = Math.round(size * 2) / 2;
    characters.set(rounded, (characters.get(rounded) ?? 0) + text.length);
  }
  const [common] = [...characters].sort(([, a], [, b]) => b - a);
  return common?.[0] ?? 0;
}

function withoutMargins(pages: readonly PdfPage[], bodySize: number): PdfLine[][] {
  const pattern = (text: string) => text.replace(/\d+/gu, '0');
  const inMargin = ({ bottom, top }: PdfPage, { baseline }: PdfLine) => {
    const margin = MARGIN_SHARE * (top - bottom);
    return baseline < bottom + margin || baseline > top - margin;
  };
  const repeats = new Map<string, number>();
  for (const page of pages) {
    const margins = page.lines.filter((line) => inMargin(page, line));
    for (const text of new Set(margins.map(({ text }) => pattern(text)))) {
      repeats.set(text, (repeats.get(text) ?? 0) + 1);
    }
  }
  return pages.map((page) =>
    page.lines.filter((line) => {
      if (!inMargin(page, line)) return true;
      const isRepeated =
        pages.length > 2 && (repeats.get(pattern(line.text)) ?? 0) > pages.length / 2;
      return !(isRepeated || PAGE_NUMBER.test(line.text) || line.size < SMALLER * bodySize);
    }),
  );
}

/** The median distance between two lines of the body, below each other. */
function usualGap(pages: readonly (readonly PdfLine[])[], bodySize: number): number {
  const gaps = pages.flatMap((lines) =>
    lines.flatMap((line, index) => {
      const before = lines[index - 1];
      const gap = before === undefined ? 0 : before.baseline - line.baseline;
      return gap > 0.5 * bodySize && gap < 3 * bodySize ? gap : [];
    }),
  );
  gaps.sort((a, b) => a - b);
  // Short paragraphs have more wide gaps than narrow ones between them: rather too narrow.
  return gaps[Math.floor(gaps.length / 3)] ?? 1.5 * bodySize;
}

function continues(
  previous: PdfLine,
  line: PdfLine,
  page: readonly PdfLine[],
  leading: number,
): boolean {
  const { size } = previous;
  if (Math.abs(size - line.size) > 0.12 * size) return false;
  if (/^[•·●▪■◆*–—-]\s/u.test(line.text)) return false;
  const isOnSamePage = page.includes(previous);
  const gap = previous.baseline - line.baseline;
  const isBelow = isOnSamePage && gap > 0;
  if (isBelow && gap > WIDE_GAP * leading) return false;
  // A first line that stands further in; the one before may be such a line itself.
  if (isBelow && line.left > previous.left + 0.9 * size) return false;
  const isSentenceEnd = /[.。!！?？:：;；]["”’』」）)]*$/u.test(previous.text);
  if (!isBelow && isSentenceEnd) return false;
  const edge = page.reduce(
    (right, other) =>
      Math.abs(other.left - line.left) < 3 * size ? Math.max(right, other.right) : right,
    0,
  );
  if (!isBelow) return true;
  const [word = ''] = /^(?:[^\s\p{Script=Han}]+|.{1,2})/u.exec(line.text) ?? [];
  const wordWidth = (word.length / line.text.length) * (line.right - line.left);
  // Lines are set as full as they can be, or nearly.
  return previous.right + wordWidth + (isSentenceEnd ? 0.2 : 1) * size > edge;
}

/** Words that were parted at the end of a line are one again, where it was not their own hyphen. */
function join(paragraph: string, line: string, words: ReadonlySet<string>): string {
  const [, head] = /(\p{L}+)[-\u2010]$/u.exec(paragraph) ?? [];
  const [tail] = /^\p{Ll}+/u.exec(line) ?? [];
  if (head !== undefined && tail !== undefined) {
    const hasHyphen = words.has(`${head}-${tail}`.toLowerCase());
    return (hasHyphen ? paragraph : paragraph.slice(0, -1)) + line;
  }
  const isTight = WIDE.test(paragraph.at(-1) ?? '') && WIDE.test(line.charAt(0));
  return `${paragraph}${isTight || paragraph.endsWith('\u00ad') ? '' : ' '}${line}`;
}

function findHeadline(lines: readonly PdfLine[], bodySize: number): string | null {
  const size = lines.reduce((largest, line) => Math.max(largest, line.size), 0);
  if (size === 0 || size < LARGER * bodySize) return null;
  const first = lines.findIndex((line) => line.size === size);
  const rest = lines.slice(first);
  const end = rest.findIndex((line) => line.size < 0.95 * size);
  const largest = end === -1 ? rest : rest.slice(0, end);
  if (largest.length > MAX_HEADLINE_LINES) return null;
  return largest.map(({ text }) => text).reduce((all, text) => join(all, text, new Set()));
}
