import type { AnswerNotice } from '../../core/answer.ts';
import type { CompositionEvent } from '../../core/answer-event.ts';
import type { ChatModel } from '../../core/chat-model.ts';
import type { AnswerComposer, CompositionRequest } from '../../core/composer.ts';
import { type ErrorCode, YinzhengError } from '../../core/errors.ts';
import { detectLanguage } from '../../text/language.ts';
import { requestNotices } from '../request-notices.ts';
import { DraftAnswer } from './draft-answer.ts';
import { leaksInstructions } from './instruction-leak.ts';
import { type LocatedSupport, SupportLocator, type SupportLocatorParts } from './locate-support.ts';
import { type ModelNoticeCode, modelNotice } from './model-notices.ts';
import { isRefusal } from './model-refusal.ts';
import { type PackedPassage, packPassages } from './pack-passages.ts';
import { plainSentence } from './plain-text.ts';
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

export interface ModelComposerParts extends SupportLocatorParts {
  readonly chatModel: ChatModel;
  /** Answers when the model cannot. */
  readonly extractive: AnswerComposer;
  /** Refuses, with reasons and the nearest evidence, when the model finds no answer. */
  readonly refusing: AnswerComposer;
  readonly suggest?: ((request: CompositionRequest) => readonly string[]) | undefined;
  /** A word for delimiting passages that no one can foresee; absent means a random one. */
  readonly drawBoundary?: (() => string) | undefined;
  readonly settings: ModelComposerSettings;
}

/** How a model's attempt at an answer ended. */
type Outcome =
  | { readonly type: 'answered'; readonly dropped: number }
  | { readonly type: 'refused' }
  | { readonly type: 'wrong-language' }
  | { readonly type: 'failed'; readonly code: ErrorCode };

/** Letters a sentence needs before its language says something. */
const ENOUGH_LETTERS = 6;
const LONGEST_FRAME = 60;
const FRAME = /^#{1,6}\s|^\*\*[^*]+\*\*[:：]?$|[:：]$/u;
const ATTEMPTS = 2;

/**
 * Answers with a language model, and proves what it wrote: each sentence is held back until it is
 * whole, mapped to the exact words that support it, checked, and only then shown. What the model
 * claims without support is marked or dropped; when the model is down, misbehaves or answers in
 * the wrong language, the reader gets the extractive answer and is told so.
 */
export function createModelComposer(parts: ModelComposerParts): AnswerComposer {
  return { compose: (request) => compose(request, parts) };
}

async function* compose(
  request: CompositionRequest,
  parts: ModelComposerParts,
): AsyncGenerator<CompositionEvent> {
  const { question, retrieval } = request;
  if (retrieval.passages.length === 0) {
    yield* parts.extractive.compose(request);
    return;
  }
  const notices = requestNotices(request);
  for (const notice of notices) yield { type: 'notice', notice, replace: false };
  const passages = packPassages(retrieval.passages, parts.settings.contextTokens);

  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const draft = new DraftAnswer(question.language);
    const attempted = new Attempt(request, passages, attempt > 1, draft, parts);
    const outcome = yield* attempted.run();
    if (outcome.type === 'wrong-language' && attempt < ATTEMPTS) continue;
    if (outcome.type === 'refused') {
      yield* instead(parts.refusing, request, notices, null, draft);
      return;
    }
    const isUsable = draft.sentences.some(({ support }) => support.verdict !== 'unsupported');
    if (outcome.type === 'answered' && isUsable) {
      const dropped = modelNotice('sentences-dropped', question.language);
      if (outcome.dropped > 0) yield { type: 'notice', notice: dropped, replace: false };
      const composition = draft.compose(question.kind, {
        conflicts: [],
        notices: outcome.dropped > 0 ? [...notices, dropped] : notices,
        suggestions: parts.suggest?.(request) ?? [],
      });
      yield { type: 'composed', composition, composer: 'model' };
      return;
    }
    yield* instead(parts.extractive, request, notices, noticeFor(outcome, draft), draft);
    return;
  }
}

function noticeFor(outcome: Outcome, draft: DraftAnswer): ModelNoticeCode {
  if (outcome.type === 'wrong-language') return 'model-wrong-language';
  if (outcome.type === 'answered') return 'sentences-dropped';
  return draft.text === '' ? 'model-unavailable' : 'model-interrupted';
}

/** Another composer's answer in place of the model's, which is void if some of it was shown. */
async function* instead(
  composer: AnswerComposer,
  request: CompositionRequest,
  sent: readonly AnswerNotice[],
  code: ModelNoticeCode | null,
  draft: DraftAnswer,
): AsyncGenerator<CompositionEvent> {
  const notices = [...sent];
  if (code !== null) {
    const notice = modelNotice(code, request.question.language);
    notices.push(notice);
    yield { type: 'notice', notice, replace: draft.text !== '' };
  }
  for await (const event of composer.compose(request)) {
    if (event.type === 'notice') {
      if (notices.some((notice) => notice.code === event.notice.code)) continue;
      notices.push(event.notice);
    }
    yield event.type === 'composed'
      ? { ...event, composition: { ...event.composition, notices } }
      : event;
  }
}

/** One request to the model, followed to its end. */
class Attempt {
  readonly #request: CompositionRequest;
  readonly #passages: readonly PackedPassage[];
  readonly #isRetry: boolean;
  readonly #draft: DraftAnswer;
  readonly #parts: ModelComposerParts;
  readonly #boundary: string;
  readonly #locator: SupportLocator;
  #dropped = 0;
  #begun = false;

  constructor(
    request: CompositionRequest,
    passages: readonly PackedPassage[],
    isRetry: boolean,
    draft: DraftAnswer,
    parts: ModelComposerParts,
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
    return { type: 'answered', dropped: this.#dropped };
  }

  /** Shows a sentence, or leaves it out; says how the attempt ends if the sentence ends it. */
  *#take({
    lead,
    text: written,
    cited,
  }: WrittenSentence): Generator<CompositionEvent, Outcome | null> {
    const { language } = this.#request.question;
    const text = plainSentence(written);
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
    if (cited.length === 0 && FRAME.test(text) && text.length <= LONGEST_FRAME) {
      if (verdict === 'unsupported') this.#draft.skip(lead);
      else yield* this.#draft.addFrame(lead, text);
      return null;
    }
    if (verdict === 'unsupported' && this.#parts.settings.unsupported === 'drop') {
      this.#leaveOut(lead);
      return null;
    }
    yield* this.#draft.addSentence(lead, text, located);
    return null;
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
    const everywhere = this.#passages.map(({ passage }) => passage);
    const anywhere = this.#locator.locate(text, everywhere);
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
