import { type AnswerKind, viewPassage } from './answer.ts';
import type { AnswerEvent, CompositionEvent } from './answer-event.ts';
import type { Language } from './article.ts';
import { viewBlocks } from './block-views.ts';
import type { AppliedDateRange, Passage } from './passage.ts';

/** What is asked, once understood. */
export interface Understood {
  /** Language to answer in. */
  readonly language: Language;
  readonly kind: AnswerKind;
  /** As it is searched: a follow-up rewritten to stand alone. */
  readonly standalone: string;
}

/** What was found for it. */
export interface Found {
  readonly passages: readonly Passage[];
  readonly dateRange: AppliedDateRange | null;
  /** Milliseconds by stage. */
  readonly timings: Readonly<Record<string, number>>;
}

/** The three steps to an answer. Each is called once, in this order. */
export interface AnswerSteps<Asked extends Understood, Evidence extends Found> {
  readonly id: string;
  /**
   * The model that is to write, or null where answers are extractive; `done` says which composer
   * the answer came from in the end.
   */
  readonly model: string | null;
  readonly signal?: AbortSignal | undefined;
  understand(): Promise<Asked>;
  find(asked: Asked): Promise<Evidence>;
  compose(asked: Asked, found: Evidence): AsyncIterable<CompositionEvent>;
}

/**
 * The one way to an answer, be it to a question, a refusal, a summary or a timeline: understand,
 * find, compose. It throws what its steps throw, for the transport to report and log with its
 * cause; ends early, without `done`, once the signal is aborted.
 */
export async function* streamAnswer<Asked extends Understood, Evidence extends Found>(
  steps: AnswerSteps<Asked, Evidence>,
): AsyncGenerator<AnswerEvent> {
  const { id, signal, model } = steps;
  const started = performance.now();
  try {
    const asked = await steps.understand();
    const { language, kind, standalone: question } = asked;
    const understood = performance.now();
    const found = await steps.find(asked);
    const retrieved = performance.now();
    const announced = model === null ? 'extractive' : 'model';
    yield { type: 'meta', id, language, kind, question, composer: announced, model };
    const passages = found.passages.map((passage) => viewPassage(passage, language));
    yield { type: 'sources', passages };
    for await (const event of steps.compose(asked, found)) {
      signal?.throwIfAborted();
      if (event.type !== 'composed') {
        yield event;
        continue;
      }
      const finished = performance.now();
      const timings = {
        understand: understood - started,
        retrieve: retrieved - understood,
        ...found.timings,
        compose: finished - retrieved,
        ...event.timings,
        total: finished - started,
      };
      const { composition, composer } = event;
      const views = viewBlocks(composition, language);
      const answer = { ...composition, ...views, id, language, kind, question, composer, model };
      const { dateRange } = found;
      yield { type: 'done', answer: { ...answer, dateRange, passages, timings } };
    }
  } catch (thrown) {
    if (!signal?.aborted) throw thrown;
  }
}
