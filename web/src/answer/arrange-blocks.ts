import { type Block, isStatement, type StatementBlock } from '../../../src/core/block.ts';

/** Blocks that stand together on the page: a paragraph of sentences, a list, or one by itself. */
export type ArrangedBlocks =
  | { readonly kind: 'paragraph' | 'list'; readonly blocks: readonly StatementBlock[] }
  | { readonly kind: 'single'; readonly block: Exclude<Block, StatementBlock> };

/** Puts sentences that run on into one paragraph, and items of one heading into one list. */
export function arrangeBlocks(blocks: readonly Block[]): readonly ArrangedBlocks[] {
  const arranged: (
    | { kind: 'paragraph' | 'list'; blocks: StatementBlock[] }
    | { kind: 'single'; block: Exclude<Block, StatementBlock> }
  )[] = [];
  for (const block of blocks) {
    const last = arranged.at(-1);
    if (!isStatement(block)) {
      arranged.push({ kind: 'single', block });
      continue;
    }
    const isItem = block.placement === 'item';
    const continues =
      last !== undefined &&
      last.kind !== 'single' &&
      (block.placement === 'run-on' ||
        (isItem && last.kind === 'list' && last.blocks.at(-1)?.heading === block.heading));
    if (continues) last.blocks.push(block);
    else arranged.push({ kind: isItem ? 'list' : 'paragraph', blocks: [block] });
  }
  return arranged;
}
