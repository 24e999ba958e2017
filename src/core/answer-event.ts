import type { Answer, AnswerKind, AnswerNotice, Composition, PassageView } from './answer.ts';
import type { Language } from './article.ts';
import type { BlockEvent } from './block.ts';
import type { Citation } from './citation.ts';
import type { Problem } from './errors.ts';

/** Opens every stream. */
export interface MetaEvent {
  readonly type: 'meta';
  readonly id: string;
  readonly language: Language;
  readonly kind: AnswerKind;
  readonly question: string;
  readonly composer: 'extractive' | 'model';
  /** The model that is asked to write, or null where none is. */
  readonly model: string | null;
}

/** The passages the answer may rest on, best first. */
export interface SourcesEvent {
  readonly type: 'sources';
  readonly passages: readonly PassageView[];
}

/** Precedes the first block that shows its marker. */
export interface CitationEvent {
  readonly type: 'citation';
  readonly citation: Citation;
}

/** Something the reader must be told. With `replace`, the blocks and citations so far are void. */
export interface NoticeEvent {
  readonly type: 'notice';
  readonly notice: AnswerNotice;
  readonly replace: boolean;
}

/** Closes a stream that succeeded. */
export interface DoneEvent {
  readonly type: 'done';
  readonly answer: Answer;
}

/** Closes a stream that failed. */
export interface ErrorEvent {
  readonly type: 'error';
  readonly problem: Problem;
}

/**
 * What an answer is told in, in this order of first appearance. All blocks since the last `replace`
 * notice are the answer's.
 */
export type AnswerEvent =
  | MetaEvent
  | SourcesEvent
  | CitationEvent
  | BlockEvent
  | NoticeEvent
  | DoneEvent
  | ErrorEvent;

/** What a composer yields; `composed` comes last, exactly once, unless it throws. */
export type CompositionEvent =
  | CitationEvent
  | BlockEvent
  | NoticeEvent
  | {
      readonly type: 'composed';
      readonly composition: Composition;
      readonly composer: 'extractive' | 'model';
      /** What composing took and cost beside its milliseconds: `verify`, `verifyCalls`, `verifyTokens`. */
      readonly timings?: Readonly<Record<string, number>> | undefined;
    };
