import { describe, expect, it } from 'vitest';
import type { Block, Placement, QuoteBlock } from '../../src/core/block.ts';
import { arrangeBlocks } from '../../web/src/answer/arrange-blocks.ts';

const quote = (id: string, placement: Placement, heading: string | null = null): QuoteBlock => ({
  id,
  kind: 'quote',
  placement,
  heading,
  lead: null,
  text: '会议在青岛举行。',
  citations: [1],
  dates: [],
  corroboration: null,
});

const shape = (blocks: readonly Block[]) =>
  arrangeBlocks(blocks).map((group) =>
    group.kind === 'single'
      ? group.block.id
      : `${group.kind}(${group.blocks.map(({ id }) => id).join(' ')})`,
  );

describe('blocks on the page', () => {
  it('run on in one paragraph, list items of one heading in one list', () => {
    const heading = (id: string): Block => ({ id, kind: 'heading', text: '成果' });
    expect(
      shape([
        quote('a', 'paragraph'),
        quote('b', 'run-on'),
        quote('c', 'paragraph'),
        heading('h'),
        quote('d', 'item', 'h'),
        quote('e', 'item', 'h'),
        heading('i'),
        quote('f', 'item', 'i'),
      ]),
    ).toEqual(['paragraph(a b)', 'paragraph(c)', 'h', 'list(d e)', 'i', 'list(f)']);
  });

  it('never move when another arrives', () => {
    const blocks = [quote('a', 'item'), quote('b', 'item'), quote('c', 'run-on')];
    for (let count = 1; count <= blocks.length; count += 1) {
      expect(shape(blocks.slice(0, count))).toHaveLength(1);
    }
  });
});
