import type { CompositionEvent } from '../../core/answer-event.ts';
import type { ChatModel } from '../../core/chat-model.ts';
import type { CompositionRequest } from '../../core/composer.ts';
import { type ErrorCode, YinzhengError } from '../../core/errors.ts';
import type { Passage } from '../../core/passage.ts';
import type { SentencesOf } from '../../core/sentence.ts';
import { detectLanguage } from '../../language/characters/language.ts';
import { findConflicts } from '../agreement/find-conflicts.ts';
import { findCorroboration } from '../agreement/find-corroboration.ts';
import type { ArticleSpan } from '../article-span.ts';
import type { DraftAnswer } from './draft-answer.ts';
import { leaksInstructions } from './instruction-leak.ts';
import { type LocatedSupport, SupportLocator, type SupportLocatorParts } from './locate-support.ts';
import { isRefusal } from './model-refusal.ts';
import type { PackedPassage } from './pack-passages.ts';
import { plainSentence, withoutEmphasis } from './plain-text.ts';
import { buildPrompt, systemPrompt } from './prompt.ts';
import { SentenceStream, type WrittenSentence } from './sentence-stream.ts';

export interface ModelComposerSettings {
  /** Budget for the passages, in approximate tokens. */
  readonly contextTokens: number;
  /** Tokens the model may write. */
  readonly answerTokens: number;
  /** What becomes of a sentence that no passage supports. */
  readonly unsupported: 'mark' | 'drop';
}

export interface AttemptParts extends SupportLocatorParts {
  readonly sentencesOf: SentencesOf;
  readonly chatModel: ChatModel;
  /** A word for delimiting passages that no one can foresee; absent means a random one. */
  readonly drawBoundary?: (() => string) | undefined;
  readonly settings: ModelComposerSettings;
}

/** How a model's attempt at an answer ended. */
export type Outcome =
  | { readonly type: 'answered'; readonly dropped: number }
  | { readonly type: 'refused' }
  | { readonly type: 'wrong-language' }
  | { readonly type: 'failed'; readonly code: ErrorCode };

/** Letters a sentence needs before its language says something. */
const ENOUGH_LETTERS = 6;
const LONGEST_FRAME = 60;
const HEADING = /^#{1,6}\s|^\*\*[^*]+\*\*[:：]?$/u;
const LEAD_IN = /[:：]$/u;

/** One request to the model, followed to its end. */
export class Attempt {
  readonly #request: CompositionRequest;
  readonly #passages: readonly PackedPassage[];
  readonly #isRetry: boolean;
  readonly #draft: DraftAnswer;
  readonly #parts: AttemptParts;
  readonly #boundary: string;
  readonly #locator: SupportLocator;
  /** Words that supported sentences rest on. */
  readonly #proven: ArticleSpan[] = [];
  #dropped = 0;
  #begun = false;

  constructor(
    request: CompositionRequest,
    passages: readonly PackedPassage[],
    isRetry: boolean,
    draft: DraftAnswer,
    parts: AttemptParts,
  ) {
    this.#request = request;
    this.#passages = passages;
    this.#isRetry = isRetry;
    this.#draft = draft;
    this.#parts = parts;
    this.#boundary = (parts.drawBoundary ?? drawBoundary)();
    this.#locator = new SupportLocator(parts, request.question.language);
  }

  async *run(): AsyncGenerator<CompositionEvent, Outcome> {
    const { signal, question, today } = this.#request;
    const { settings, chatModel } = this.#parts;
    const { standalone, language, kind } = question;
    const prompt = { question: standalone, language, kind, today, boundary: this.#boundary };
    const sentences = new SentenceStream();
    try {
      const pieces = chatModel.stream({
        messages: buildPrompt({ ...prompt, passages: this.#passages }, this.#isRetry),
        maxTokens: settings.answerTokens,
        temperature: 0,
        signal,
      });
      for await (const piece of pieces) {
        signal?.throwIfAborted();
        for (const sentence of sentences.push(piece)) {
          const end = yield* this.#take(sentence);
          if (end !== null) return end;
        }
      }
    } catch (thrown) {
      signal?.throwIfAborted();
      if (thrown instanceof YinzhengError && thrown.code.startsWith('model-')) {
        return { type: 'failed', code: thrown.code };
      }
      throw thrown;
    }
    for (const sentence of sentences.end()) {
      const end = yield* this.#take(sentence);
      if (end !== null) return end;
    }
    const { language: answerLanguage } = question;
    const conflicts = findConflicts(
      this.#proven,
      this.#everywhere(),
      answerLanguage,
      this.#parts.sentencesOf,
    );
    yield* this.#draft.addConflicts(conflicts);
    return { type: 'answered', dropped: this.#dropped };
  }

  /** Shows a sentence, or leaves it out; says how the attempt ends if the sentence ends it. */
  *#take({
    lead,
    text: written,
    cited,
  }: WrittenSentence): Generator<CompositionEvent, Outcome | null> {
    const { language } = this.#request.question;
    const text = withoutEmphasis(plainSentence(written));
    if (!/[\p{L}\p{N}]/u.test(text)) return null;
    if (isRefusal(text, cited)) {
      if (!this.#begun) return { type: 'refused' };
      this.#draft.skip(lead);
      return null;
    }
    const isForeign = isInOtherLanguage(text, language);
    if (isForeign && !this.#begun) return { type: 'wrong-language' };
    this.#begun = true;
    const isLeak = leaksInstructions(text, systemPrompt(language, this.#boundary), this.#boundary);
    if (isForeign || isLeak) {
      this.#leaveOut(lead);
      return null;
    }
    const located = this.#locate(text, cited);
    const { verdict } = located.support;
    const isHeading = HEADING.test(written.trim());
    const isFrame = cited.length === 0 && text.length <= LONGEST_FRAME;
    if (isFrame && (isHeading || LEAD_IN.test(text))) {
      if (verdict === 'unsupported') this.#draft.skip(lead);
      else if (isHeading) yield* this.#draft.addHeading(lead, text);
      else yield* this.#draft.addLeadIn(lead, text);
      return null;
    }
    if (verdict === 'unsupported' && this.#parts.settings.unsupported === 'drop') {
      this.#leaveOut(lead);
      return null;
    }
    const corroboration =
      verdict === 'supported'
        ? findCorroboration(text, located.spans, this.#everywhere(), (statement, passage) =>
            this.#locator.locateSame(statement, passage),
          )
        : null;
    if (verdict === 'supported') this.#proven.push(...located.spans);
    yield* this.#draft.addSentence(lead, text, located, corroboration);
    return null;
  }

  #everywhere(): Passage[] {
    return this.#passages.map(({ passage }) => passage);
  }

  #leaveOut(lead: string): void {
    this.#dropped += 1;
    this.#draft.skip(lead);
  }

  /**
   * The words of the cited passages that support the sentence; where they do not, or none is
   * cited, those of any passage. A sentence without support gets no citation it did not have.
   */
  #locate(text: string, cited: readonly number[]): LocatedSupport {
    const named = this.#passages.filter(({ number }) => cited.includes(number));
    const own = this.#locator.locate(
      text,
      named.map(({ passage }) => passage),
    );
    if (own.support.verdict === 'supported') return own;
    const anywhere = this.#locator.locate(text, this.#everywhere());
    if (anywhere.support.verdict === 'supported') return anywhere;
    if (named.length > 0) return own;
    return anywhere.support.verdict === 'partly'
      ? anywhere
      : { spans: [], support: anywhere.support };
  }
}

function isInOtherLanguage(text: string, language: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters >= ENOUGH_LETTERS && detectLanguage(text) !== language;
}

function drawBoundary(): string {
  return `passage-${crypto.randomUUID().slice(0, 8)}`;
}
