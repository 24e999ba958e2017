import type {
  Answer,
  AnswerKind,
  AnswerNotice,
  AnswerSentence,
  Composition,
  PassageView,
} from './answer.ts';
import type { Language } from './article.ts';
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
}

/** The passages the answer may rest on, best first. */
export interface SourcesEvent {
  readonly type: 'sources';
  readonly passages: readonly PassageView[];
}

/** More of the answer's text. All deltas since the last `replace` notice join to `answer`. */
export interface DeltaEvent {
  readonly type: 'delta';
  readonly text: string;
}

/** Precedes the first delta that shows its marker. */
export interface CitationEvent {
  readonly type: 'citation';
  readonly citation: Citation;
}

/** A sentence is whole and checked, or checked once more. `index` is its place in `sentences`. */
export interface CheckEvent {
  readonly type: 'check';
  readonly index: number;
  readonly sentence: AnswerSentence;
}

/** Something the reader must be told. With `replace`, what was streamed so far is void. */
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

/** What every composer yields and every transport renders, in this order of first appearance. */
export type AnswerEvent =
  | MetaEvent
  | SourcesEvent
  | DeltaEvent
  | CitationEvent
  | CheckEvent
  | NoticeEvent
  | DoneEvent
  | ErrorEvent;

/** What a composer yields; `composed` comes last, exactly once, unless it throws. */
export type CompositionEvent =
  | DeltaEvent
  | CitationEvent
  | CheckEvent
  | NoticeEvent
  | {
      readonly type: 'composed';
      readonly composition: Composition;
      readonly composer: 'extractive' | 'model';
      /** What composing took and cost beside its milliseconds: `verify`, `verifyCalls`, `verifyTokens`. */
      readonly timings?: Readonly<Record<string, number>> | undefined;
    };
