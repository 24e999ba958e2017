import type { Block, Run } from './light-markdown.ts';

/** A stretch of a block: runs that belong to one sentence of the answer, or to none. */
export interface Segment {
  /** Index into the answer's sentences, or null for words that frame them. */
  readonly sentence: number | null;
  readonly runs: readonly Run[];
}

interface Character {
  readonly block: number;
  /** Index of the run in its block, and of the UTF-16 code unit in that run. */
  readonly run: number;
  readonly offset: number;
}

const IGNORED = /[\s*\\]/u;
const CLOSING = /^[\s”’"'」』》)）\]】]+$/u;

const shownText = (run: Run): string => (run.kind === 'marker' ? '' : run.text);

/** The blocks' text without white space or emphasis, and where each code unit stands. */
function condense(blocks: readonly Block[]): { text: string; places: Character[] } {
  const places: Character[] = [];
  let text = '';
  for (const [block, { runs }] of blocks.entries()) {
    for (const [run, value] of runs.entries()) {
      const shown = shownText(value);
      for (let offset = 0; offset < shown.length; offset += 1) {
        const unit = shown.charAt(offset);
        if (IGNORED.test(unit)) continue;
        text += unit;
        places.push({ block, run, offset });
      }
    }
  }
  return { text, places };
}

function sliceRun(run: Run, from: number, to: number): Run {
  return run.kind === 'marker' ? run : { ...run, text: run.text.slice(from, to) };
}

/** Splits one block's runs where sentences begin and end. */
function segmentBlock(block: Block, owners: ReadonlyMap<string, number>, key: number): Segment[] {
  const segments: { sentence: number | null; runs: Run[] }[] = [];
  const push = (sentence: number | null, run: Run): void => {
    const last = segments.at(-1);
    if (last !== undefined && last.sentence === sentence) last.runs.push(run);
    else segments.push({ sentence, runs: [run] });
  };
  let current: number | null = null;
  for (const [index, run] of block.runs.entries()) {
    if (run.kind === 'marker') {
      // A marker belongs to the sentence it follows, also after the full stop.
      push(current, run);
      continue;
    }
    let from = 0;
    for (let offset = 0; offset < run.text.length; offset += 1) {
      if (IGNORED.test(run.text.charAt(offset))) continue;
      const owner = owners.get(`${key}.${index}.${offset}`) ?? null;
      if (owner === current) continue;
      // The quotation mark that closes a quoted sentence stands between it and its marker.
      const closes = CLOSING.test(run.text.slice(offset));
      if (closes && owner === null && block.runs[index + 1]?.kind === 'marker') break;
      // White space between two sentences is neither's.
      const gap = from + run.text.slice(from, offset).trimEnd().length;
      if (gap > from) push(current, sliceRun(run, from, gap));
      if (offset > gap) push(null, sliceRun(run, gap, offset));
      from = offset;
      current = owner;
    }
    push(current, sliceRun(run, from, run.text.length));
  }
  return segments;
}

/**
 * Finds the answer's checked sentences in its rendered text, in order. White space and emphasis
 * do not count, so that a line break or a bold word never hides a sentence's support.
 * @param sentences the sentences' texts, without markers
 * @returns for each block its segments, which join to the block's runs
 */
export function placeSentences(
  blocks: readonly Block[],
  sentences: readonly string[],
): readonly (readonly Segment[])[] {
  const { text, places } = condense(blocks);
  const owners = new Map<string, number>();
  let cursor = 0;
  for (const [sentence, shown] of sentences.entries()) {
    const wanted = shown.replace(/[\s*\\]/gu, '');
    const at = wanted === '' ? -1 : text.indexOf(wanted, cursor);
    if (at < 0) continue;
    for (const { block, run, offset } of places.slice(at, at + wanted.length)) {
      owners.set(`${block}.${run}.${offset}`, sentence);
    }
    cursor = at + wanted.length;
  }
  return blocks.map((block, index) => segmentBlock(block, owners, index));
}
