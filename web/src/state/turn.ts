import type {
  Answer,
  AnswerKind,
  AnswerNotice,
  AnswerOutcome,
  PassageView,
} from '../../../src/core/answer.ts';
import type { AnswerEvent } from '../../../src/core/answer-event.ts';
import type { Language } from '../../../src/core/article.ts';
import { applyBlockEvent, type Block } from '../../../src/core/block.ts';
import type { Citation } from '../../../src/core/citation.ts';
import type { Problem } from '../../../src/core/errors.ts';
import type { ArticleFilters } from '../../../src/core/filters.ts';

/** `interrupted`: the connection broke, or the page was closed, before the answer was whole. */
export type TurnStatus = 'answering' | 'done' | 'stopped' | 'interrupted' | 'failed';

/** A notice and whether it came before the text it concerns, so that showing it moves nothing. */
export interface PlacedNotice extends AnswerNotice {
  readonly beforeText: boolean;
}

/** What has arrived of an answer. */
export interface TurnContent {
  /** The answer's language and kind, known once the stream has opened. */
  readonly language: Language | null;
  readonly kind: AnswerKind | null;
  readonly blocks: readonly Block[];
  readonly passages: readonly PassageView[];
  readonly citations: readonly Citation[];
  readonly notices: readonly PlacedNotice[];
  /** The whole answer, once it is done. */
  readonly answer: Answer | null;
}

/** One question and what has arrived of its answer. */
export interface Turn extends TurnContent {
  readonly id: string;
  readonly question: string;
  readonly status: TurnStatus;
  readonly problem: Problem | null;
  /** Unix milliseconds; absent in what an earlier version kept. */
  readonly askedAt?: number | undefined;
  /** What narrowed it when it was asked. */
  readonly filters?: ArticleFilters | undefined;
  /** What the reader said of it. */
  readonly feedback?: 'useful' | 'wrong' | undefined;
  /** The same answer in the other language, where it was asked for. */
  readonly otherLanguage?: TurnContent | undefined;
}

/** The turn with its answer in another language, the one it had kept beside it. */
export function withContent(turn: Turn, content: TurnContent): Turn {
  const { language, kind, blocks, passages, citations, notices, answer } = turn;
  const otherLanguage = { language, kind, blocks, passages, citations, notices, answer };
  return { ...turn, ...content, otherLanguage };
}

export function newTurn(
  id: string,
  question: string,
  asked: Pick<Turn, 'askedAt' | 'filters'> = {},
): Turn {
  return {
    ...asked,
    id,
    question,
    status: 'answering',
    language: null,
    kind: null,
    blocks: [],
    passages: [],
    citations: [],
    notices: [],
    answer: null,
    problem: null,
  };
}

/** What came of a question, as far as its blocks tell. */
export function outcomeOf({ answer, blocks }: Pick<Turn, 'answer' | 'blocks'>): AnswerOutcome {
  if (answer !== null) return answer.outcome;
  if (blocks.some(({ kind }) => kind === 'refusal')) return 'not-found';
  return blocks.some(({ kind }) => kind === 'possible') ? 'possible' : 'answered';
}

/** What one event of the stream makes of a turn. */
export function applyAnswerEvent(turn: Turn, event: AnswerEvent): Turn {
  switch (event.type) {
    case 'meta':
      return { ...turn, language: event.language, kind: event.kind };
    case 'sources':
      return { ...turn, passages: event.passages };
    case 'block-start':
    case 'block-delta':
    case 'block-end':
    case 'check':
      return { ...turn, blocks: applyBlockEvent(turn.blocks, event) };
    case 'citation':
      return { ...turn, citations: [...turn.citations, event.citation] };
    case 'notice': {
      const kept = event.replace ? { ...turn, blocks: [], citations: [] } : turn;
      const notice = { ...event.notice, beforeText: kept.blocks.length === 0 };
      return { ...kept, notices: [...kept.notices, notice] };
    }
    case 'done': {
      const { answer } = event;
      const known = new Set(turn.notices.map(({ code }) => code));
      const late = answer.notices.filter(({ code }) => !known.has(code));
      return {
        ...turn,
        status: 'done',
        language: answer.language,
        kind: answer.kind,
        blocks: answer.blocks,
        passages: answer.passages,
        citations: answer.citations,
        notices: [...turn.notices, ...late.map((notice) => ({ ...notice, beforeText: false }))],
        answer,
      };
    }
    case 'error':
      return { ...turn, status: 'failed', problem: event.problem };
  }
}
