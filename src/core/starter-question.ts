import type { Language } from './article.ts';

/** A question made of one sentence of an article, which therefore knows its own answer. */
export interface AskableQuestion {
  readonly text: string;
  readonly form: 'where' | 'when' | 'who' | 'how-many' | 'said' | 'identity' | 'happened' | 'story';
  readonly articleIds: readonly string[];
  /** The sentence it was made of, UTF-16 offsets on the body; null where it is about a story. */
  readonly sentence: { readonly start: number; readonly end: number } | null;
  /** What the answer must hold, as the article writes it; null where any words will do. */
  readonly expected: string | null;
}

/** A question that was asked and answered well. */
export interface StarterQuestion {
  readonly text: string;
  /** Articles that answer it. */
  readonly articleIds: readonly string[];
}

/** Questions to begin with. */
export interface StarterQuestions {
  /** Those found so far for the index of this moment; none is listed that was not answered. */
  list(language: Language): {
    readonly questions: readonly StarterQuestion[];
    /** Whether all were asked that are going to be. */
    readonly complete: boolean;
  };
}
