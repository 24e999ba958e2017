import { expect } from 'vitest';
import type { AnswerEvent, CompositionEvent } from '../../src/core/answer-event.ts';
import type { Language } from '../../src/core/article.ts';
import { applyBlockEvent, type Block, citationsOf } from '../../src/core/block.ts';
import { MarkdownStream } from '../../src/core/block-markdown.ts';

type StreamEvent = AnswerEvent | CompositionEvent;

/** The events that count: those since the last one that made what came before it void. */
function sinceReplaced(events: readonly StreamEvent[]): readonly StreamEvent[] {
  const replaced = events.findLastIndex((event) => event.type === 'notice' && event.replace);
  return events.slice(replaced + 1);
}

/** The blocks that a page has built once the stream has ended. */
export function streamedBlocks(events: readonly StreamEvent[]): readonly Block[] {
  let blocks: readonly Block[] = [];
  for (const event of sinceReplaced(events)) {
    if (
      event.type === 'block-start' ||
      event.type === 'block-delta' ||
      event.type === 'block-end' ||
      event.type === 'check'
    ) {
      blocks = applyBlockEvent(blocks, event);
    }
  }
  return blocks;
}

/** The Markdown that a client without blocks has read once the stream has ended. */
export function streamedMarkdown(events: readonly StreamEvent[], language: Language): string {
  const markdown = new MarkdownStream(language);
  let text = '';
  for (const event of sinceReplaced(events)) {
    if (event.type === 'citation') markdown.cite(event.citation);
    else if (
      event.type === 'block-start' ||
      event.type === 'block-delta' ||
      event.type === 'block-end' ||
      event.type === 'check'
    ) {
      text += markdown.push(event);
    }
  }
  return text;
}

/** What every stream of an answer owes its readers, whoever composed it. */
export function expectWholeStream(
  events: readonly StreamEvent[],
  composition: { readonly blocks: readonly Block[] },
): void {
  expect(streamedBlocks(events)).toEqual(composition.blocks);
  const ids = composition.blocks.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const known = new Set<number>();
  for (const event of sinceReplaced(events)) {
    if (event.type === 'citation') known.add(event.citation.marker);
    if (event.type !== 'block-start') continue;
    for (const marker of citationsOf(event.block)) expect(known).toContain(marker);
  }
}
