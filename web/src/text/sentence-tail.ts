import type { Run } from './light-markdown.ts';

/** A sentence cut so that its markers can be kept on the line of its last characters. */
export interface TailedSentence {
  readonly body: readonly Run[];
  /** The last characters, without white space behind them, as part of their run. */
  readonly tail: readonly Run[];
  /** The markers that follow it. */
  readonly markers: readonly Run[];
}

/** A Chinese line may break before any character, so two of them hold the markers in place. */
const TAIL = /^([\s\S]*?)(\S{1,2})\s*$/u;

/** Cuts the runs of a sentence into text, last characters, and closing markers. */
export function cutTail(runs: readonly Run[]): TailedSentence {
  const end = runs.findLastIndex((run) => run.kind !== 'marker') + 1;
  const body = runs.slice(0, end);
  const markers = runs.slice(end);
  const last = body.at(-1);
  const match = last?.kind === 'text' ? TAIL.exec(last.text) : null;
  if (last?.kind !== 'text' || match === null) return { body, tail: [], markers };
  const [, before = '', tail = ''] = match;
  return {
    body: [...body.slice(0, -1), ...(before === '' ? [] : [{ ...last, text: before }])],
    tail: [{ ...last, text: tail }],
    markers,
  };
}
