import type { Refusal, SentenceSupport } from './answer.ts';

/** A date that words leave relative, resolved: 「26日」 → 2025-06-26. */
export interface ResolvedExpression {
  readonly expression: string;
  /** First and last day, `YYYY-MM-DD`; equal for a single day. */
  readonly from: string;
  readonly to: string;
  /** Those days as a reader of the answer's language writes them. */
  readonly written: string;
}

/** Independent outlets that say the same in words of their own, reprints counted once. */
export interface Corroboration {
  readonly sources: number;
  /** Markers that cite each of them, the sentence's own first. */
  readonly citations: readonly number[];
}

/** How a sentence follows what stands before it. */
export type Placement = 'paragraph' | 'run-on' | 'item';

interface BlockBase {
  /** Unique in its answer. */
  readonly id: string;
}

/** The name, date, number or place itself. */
export interface ShortAnswerBlock extends BlockBase {
  readonly kind: 'short-answer';
  /** In the reader's language where it can be written in it. */
  readonly text: string;
  /** As the article writes it, where `text` is not that. */
  readonly original: string | null;
  /** Markers of the words that hold it. */
  readonly citations: readonly number[];
}

/** Names a group; blocks that stand under it give its id. */
export interface HeadingBlock extends BlockBase {
  readonly kind: 'heading';
  readonly text: string;
}

interface StatementBase extends BlockBase {
  readonly placement: Placement;
  /** Id of the heading it stands under, or null. */
  readonly heading: string | null;
  /** As shown, without citation markers. */
  readonly text: string;
  /** Markers of its citations, in the order shown. */
  readonly citations: readonly number[];
  readonly dates: readonly ResolvedExpression[];
  readonly corroboration: Corroboration | null;
}

/** A sentence in other words than the articles': a model's, or one of ours that frames. */
export interface SentenceBlock extends StatementBase {
  readonly kind: 'sentence';
  /** What the check against its citations found; null until it was judged, or where nothing is claimed. */
  readonly support: SentenceSupport | null;
  /** Whether a model still reads it beside its citations, so that its verdict may change. */
  readonly isProvisional: boolean;
}

/** Words of ours before a quote: a claim that its words bear out (strong), or a label. */
export interface QuoteLead {
  readonly text: string;
  readonly strong: boolean;
}

/** An article's own words. Nothing in them can be unsupported, so nothing is judged. */
export interface QuoteBlock extends StatementBase {
  readonly kind: 'quote';
  readonly lead: QuoteLead | null;
}

/** What an article says of some days. */
export interface TimelineEntryBlock extends StatementBase {
  readonly kind: 'timeline-entry';
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** Those days as a reader of the answer's language writes them. */
  readonly days: string;
}

/** The same thing stated differently by different sources. */
export interface ConflictBlock extends BlockBase {
  readonly kind: 'conflict';
  /** What they differ on, in the answer's language. */
  readonly about: string;
  readonly statements: readonly { readonly value: string; readonly citation: number }[];
}

/** One thing as it was counted by different sources at different times, newest first. */
export interface LedgerBlock extends BlockBase {
  readonly kind: 'ledger';
  /** What is counted, in the answer's language. */
  readonly about: string;
  readonly rows: readonly {
    readonly value: string;
    /** Who says so, in the answer's language. */
    readonly who: string;
    /** `YYYY-MM-DD`, or null where nothing tells. */
    readonly asOf: string | null;
    readonly citation: number;
  }[];
}

/** Why there is no answer, as a paragraph for the reader. */
export interface RefusalBlock extends BlockBase {
  readonly kind: 'refusal';
  readonly text: string;
  readonly code: Refusal['code'];
}

/** Leads into sentences that may answer, and says that they may not. */
export interface PossibleBlock extends BlockBase {
  readonly kind: 'possible';
  readonly text: string;
}

/** Statements: what an answer says of the world, each with its citations. */
export type StatementBlock = SentenceBlock | QuoteBlock | TimelineEntryBlock;

/** A piece of an answer, of one kind, that stands by itself on the page. */
export type Block =
  | ShortAnswerBlock
  | HeadingBlock
  | StatementBlock
  | ConflictBlock
  | LedgerBlock
  | RefusalBlock
  | PossibleBlock;

/** A block that has yet to get its id. */
export type BlockContent = Block extends infer Each
  ? Each extends Block
    ? Omit<Each, 'id'>
    : never
  : never;

/** A block begins. Its text, where it has one, is still empty and comes in deltas. */
export interface BlockStartEvent {
  readonly type: 'block-start';
  readonly block: Block;
}

/** More of a block's text. */
export interface BlockDeltaEvent {
  readonly type: 'block-delta';
  readonly id: string;
  readonly text: string;
}

/** A block has all its text. */
export interface BlockEndEvent {
  readonly type: 'block-end';
  readonly id: string;
}

/** A sentence was held against the words it cites. */
export interface CheckEvent {
  readonly type: 'check';
  /** Id of its block. */
  readonly id: string;
  readonly support: SentenceSupport;
  /** Whether another check of the same sentence follows. */
  readonly isProvisional: boolean;
}

export type BlockEvent = BlockStartEvent | BlockDeltaEvent | BlockEndEvent | CheckEvent;

/** Blocks after one more event of their stream. */
export function applyBlockEvent(blocks: readonly Block[], event: BlockEvent): readonly Block[] {
  switch (event.type) {
    case 'block-start':
      return [...blocks, event.block];
    case 'block-delta':
      return blocks.map((block) =>
        block.id === event.id && 'text' in block
          ? { ...block, text: block.text + event.text }
          : block,
      );
    case 'check':
      return blocks.map((block) =>
        block.id === event.id && block.kind === 'sentence'
          ? { ...block, support: event.support, isProvisional: event.isProvisional }
          : block,
      );
    case 'block-end':
      return blocks;
  }
}

export function isStatement(block: Block): block is StatementBlock {
  return block.kind === 'sentence' || block.kind === 'quote' || block.kind === 'timeline-entry';
}

/** Markers of everything that a block cites, in the order shown. */
export function citationsOf(block: Block): readonly number[] {
  switch (block.kind) {
    case 'short-answer':
      return block.citations;
    case 'sentence':
    case 'quote':
    case 'timeline-entry':
      return [...new Set([...block.citations, ...(block.corroboration?.citations ?? [])])];
    case 'conflict':
      return block.statements.map(({ citation }) => citation);
    case 'ledger':
      return block.rows.map(({ citation }) => citation);
    default:
      return [];
  }
}
