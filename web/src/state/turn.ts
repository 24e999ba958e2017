import type {
  Answer,
  AnswerKind,
  AnswerNotice,
  AnswerSentence,
  PassageView,
} from '../../../src/core/answer.ts';
import type { AnswerEvent } from '../../../src/core/answer-event.ts';
import type { Language } from '../../../src/core/article.ts';
import type { Citation } from '../../../src/core/citation.ts';
import type { Problem } from '../../../src/core/errors.ts';

/** `interrupted`: the connection broke, or the page was closed, before the answer was whole. */
export type TurnStatus = 'answering' | 'done' | 'stopped' | 'interrupted' | 'failed';

/** A notice and whether it came before the text it concerns, so that showing it moves nothing. */
export interface PlacedNotice extends AnswerNotice {
  readonly beforeText: boolean;
}

/** One question and what has arrived of its answer. */
export interface Turn {
  readonly id: string;
  readonly question: string;
  readonly status: TurnStatus;
  /** The answer's language and kind, known once the stream has opened. */
  readonly language: Language | null;
  readonly kind: AnswerKind | null;
  readonly text: string;
  readonly passages: readonly PassageView[];
  readonly citations: readonly Citation[];
  /** By their index; a hole is a sentence whose check has not come. */
  readonly sentences: readonly (AnswerSentence | null)[];
  readonly notices: readonly PlacedNotice[];
  /** The whole answer, once it is done. */
  readonly answer: Answer | null;
  readonly problem: Problem | null;
}

export function newTurn(id: string, question: string): Turn {
  return {
    id,
    question,
    status: 'answering',
    language: null,
    kind: null,
    text: '',
    passages: [],
    citations: [],
    sentences: [],
    notices: [],
    answer: null,
    problem: null,
  };
}

function withSentence(turn: Turn, index: number, sentence: AnswerSentence): Turn {
  const length = Math.max(turn.sentences.length, index + 1);
  const sentences = Array.from({ length }, (_, at) =>
    at === index ? sentence : (turn.sentences[at] ?? null),
  );
  return { ...turn, sentences };
}

/** What one event of the stream makes of a turn. */
export function applyAnswerEvent(turn: Turn, event: AnswerEvent): Turn {
  switch (event.type) {
    case 'meta':
      return { ...turn, language: event.language, kind: event.kind };
    case 'sources':
      return { ...turn, passages: event.passages };
    case 'delta':
      return { ...turn, text: turn.text + event.text };
    case 'citation':
      return { ...turn, citations: [...turn.citations, event.citation] };
    case 'check':
      return withSentence(turn, event.index, event.sentence);
    case 'notice': {
      const kept = event.replace ? { ...turn, text: '', citations: [], sentences: [] } : turn;
      const notice = { ...event.notice, beforeText: kept.text === '' };
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
        text: answer.answer,
        passages: answer.passages,
        citations: answer.citations,
        sentences: answer.sentences,
        notices: [...turn.notices, ...late.map((notice) => ({ ...notice, beforeText: false }))],
        answer,
      };
    }
    case 'error':
      return { ...turn, status: 'failed', problem: event.problem };
  }
}
