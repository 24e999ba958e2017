import type { AnswerNotice, AnswerSentence, Composition } from '../../core/answer.ts';
import type { CompositionEvent } from '../../core/answer-event.ts';
import type { Citation } from '../../core/citation.ts';

/** A piece of an answer's text and what comes with it. */
export interface AnswerPiece {
  readonly text: string;
  /** Citations whose markers the text shows for the first time. */
  readonly citations: readonly Citation[];
  readonly sentence: AnswerSentence | null;
}

/** An answer that is fully known, as the events that a streaming one would be. */
export function* streamComposition(
  pieces: readonly AnswerPiece[],
  whole: Omit<Composition, 'answer' | 'sentences' | 'citations'>,
): Generator<CompositionEvent> {
  const sentences: AnswerSentence[] = [];
  const citations: Citation[] = [];
  let answer = '';
  for (const notice of whole.notices satisfies readonly AnswerNotice[]) {
    yield { type: 'notice', notice, replace: false };
  }
  for (const piece of pieces) {
    for (const citation of piece.citations) {
      if (citations.some(({ marker }) => marker === citation.marker)) continue;
      citations.push(citation);
      yield { type: 'citation', citation };
    }
    answer += piece.text;
    yield { type: 'delta', text: piece.text };
    if (piece.sentence !== null) {
      yield { type: 'check', index: sentences.length, sentence: piece.sentence };
      sentences.push(piece.sentence);
    }
  }
  const composition = { ...whole, answer, sentences, citations };
  yield { type: 'composed', composition, composer: 'extractive' };
}
