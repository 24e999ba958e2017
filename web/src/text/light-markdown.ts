/** A stretch of one line of text in one style, or a citation marker. */
export type Run =
  | { readonly kind: 'text'; readonly text: string; readonly strong: boolean }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'marker'; readonly marker: number };

/** A paragraph, heading, quotation or list item. Items that follow each other make a list. */
export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'quotation' | 'bullet' | 'number';
  /** Heading level from 1 or nesting of an item from 0; 0 otherwise. */
  readonly level: number;
  readonly runs: readonly Run[];
}

const HEADING = /^(#{1,6})\s+(.*)$/u;
const BULLET = /^(\s*)[-*•]\s+(.*)$/u;
const NUMBER = /^(\s*)\d{1,3}[.)、]\s*(?=\D)(.*)$/u;
const QUOTATION = /^>\s?(.*)$/u;
/** An escape, a code span, a marker, a link with its words, or a bare address. */
const INLINE =
  /\\([\\`*_[\]#>-])|`([^`]+)`|\[(\d{1,3})\]|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)|(https?:\/\/[^\s<>"'，。；、）】]*[^\s<>"'，。；、）】.,;:!?)])|(\*\*)/gu;

function pushText(runs: Run[], text: string, strong: boolean): void {
  const last = runs.at(-1);
  if (text === '') return;
  if (last?.kind === 'text' && last.strong === strong) {
    runs[runs.length - 1] = { kind: 'text', text: last.text + text, strong };
  } else {
    runs.push({ kind: 'text', text, strong });
  }
}

/**
 * The runs of one line. Unlike CommonMark, `**` opens and closes beside any character, because
 * Chinese punctuation has no spaces around it.
 * @param open whether the line may still grow: an unclosed `**` then counts as bold
 * @param isMarker which numbers in brackets are citations; the others stay text
 */
export function parseInline(
  line: string,
  open: boolean,
  isMarker: (marker: number) => boolean,
): Run[] {
  const text = open ? line.replace(/(?<!\*)\*$/u, '') : line;
  const delimiters = [...text.matchAll(INLINE)].filter((match) => match[7] !== undefined).length;
  let unpaired = delimiters;
  const runs: Run[] = [];
  let strong = false;
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, escaped, code, marker, words, address, bare, bold] = match;
    pushText(runs, text.slice(from, match.index), strong);
    from = match.index + whole.length;
    if (escaped !== undefined) pushText(runs, escaped, strong);
    else if (code !== undefined) runs.push({ kind: 'code', text: code });
    else if (marker !== undefined) {
      if (isMarker(Number(marker))) runs.push({ kind: 'marker', marker: Number(marker) });
      else pushText(runs, whole, strong);
    } else if (words !== undefined && address !== undefined) {
      // The address is shown, never hidden behind words that could claim another.
      pushText(runs, `${words} `, strong);
      runs.push({ kind: 'link', text: address, href: address });
    } else if (bare !== undefined) runs.push({ kind: 'link', text: bare, href: bare });
    else if (bold !== undefined) {
      unpaired -= 1;
      if (strong) strong = false;
      else if (unpaired > 0 || open) strong = true;
      else pushText(runs, bold, strong);
    }
  }
  pushText(runs, text.slice(from), strong);
  return runs;
}

/**
 * Reads the light Markdown that answers are written in. Nothing in it can become markup: what is
 * not of this small grammar stays text.
 * @param open whether more text may follow (the answer is still streaming)
 */
export function parseLightMarkdown(
  text: string,
  open: boolean,
  isMarker: (marker: number) => boolean,
): Block[] {
  const blocks: Block[] = [];
  const lines = text.split('\n');
  let paragraph: string[] = [];
  const endParagraph = (stillOpen: boolean): void => {
    if (paragraph.length === 0) return;
    const runs = parseInline(paragraph.join('\n'), stillOpen, isMarker);
    blocks.push({ kind: 'paragraph', level: 0, runs });
    paragraph = [];
  };
  for (const [index, line] of lines.entries()) {
    const last = open && index === lines.length - 1;
    const heading = HEADING.exec(line);
    const bullet = BULLET.exec(line);
    const number = NUMBER.exec(line);
    const quotation = QUOTATION.exec(line);
    if (line.trim() === '') endParagraph(false);
    else if (heading !== null || bullet !== null || number !== null || quotation !== null) {
      endParagraph(false);
      const inline = (source: string | undefined): Run[] =>
        parseInline(source ?? '', last, isMarker);
      const depth = (indent: string | undefined): number => Math.min(3, (indent ?? '').length >> 1);
      if (heading !== null) {
        blocks.push({
          kind: 'heading',
          level: heading[1]?.length ?? 1,
          runs: inline(heading[2]),
        });
      } else if (bullet !== null) {
        blocks.push({ kind: 'bullet', level: depth(bullet[1]), runs: inline(bullet[2]) });
      } else if (number !== null) {
        blocks.push({ kind: 'number', level: depth(number[1]), runs: inline(number[2]) });
      } else blocks.push({ kind: 'quotation', level: 0, runs: inline(quotation?.[1]) });
    } else paragraph.push(line.trimEnd());
  }
  endParagraph(open);
  return blocks;
}
