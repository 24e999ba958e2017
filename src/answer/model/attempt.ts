import type { CompositionEvent } from '../../core/answer-event.ts';
import type { ChatModel } from '../../core/chat-model.ts';
import type { CompositionRequest } from '../../core/composer.ts';
import { type ErrorCode, YinzhengError } from '../../core/errors.ts';
import type { Passage } from '../../core/passage.ts';
import { findConflicts } from '../agreement/find-conflicts.ts';
import { findCorroboration } from '../agreement/find-corroboration.ts';
import type { ArticleSpan } from '../article-span.ts';
import { frameKind } from '../check/frames.ts';
import { AnswerText } from './answer-text.ts';
import { type ChosenQuote, QuoteChooser, type QuoteChooserDeps } from './choose-quote.ts';
import type { DraftAnswer } from './draft-answer.ts';
import { leaksInstructions } from './instruction-leak.ts';
import { modelNotice } from './model-notices.ts';
import { isRefusal } from './model-refusal.ts';
import type { PackedPassage } from './pack-passages.ts';
import { plainSentence, withoutEmphasis } from './plain-text.ts';
import { buildPrompt, systemPrompt } from './prompt.ts';
import { NOT_IN_PASSAGES } from './prompts/answer-prompt.ts';
import { SentenceStream, type WrittenSentence } from './sentence-stream.ts';

export interface ModelComposerSettings {
  /** Budget for the passages, in approximate tokens. */
  readonly contextTokens: number;
  /** Tokens the model may write. */
  readonly answerTokens: number;
  /** What becomes of a sentence that no passage supports. */
  readonly unsupported: 'mark' | 'drop';
}

export interface AttemptParts extends QuoteChooserDeps {
  readonly chatModel: ChatModel;
  /** Told of each failure of the model, with its cause: the reader gets another answer instead. */
  readonly reportFailure?: ((error: unknown) => void) | undefined;
  /** A word for delimiting passages that no one can foresee; absent means a random one. */
  readonly drawBoundary?: (() => string) | undefined;
  readonly settings: ModelComposerSettings;
}

/** How a model's attempt at an answer ended. */
export type Outcome =
  | { readonly type: 'answered'; readonly dropped: number }
  | { readonly type: 'refused' }
  /** It broke off after sentences that were proved, which stay. */
  | { readonly type: 'cut'; readonly dropped: number }
  | { readonly type: 'wrong-language' }
  | { readonly type: 'failed'; readonly code: ErrorCode };

const HEADING = /^#{1,6}\s|^\*\*[^*]+\*\*[:：]?$/u;
const REASONING_END = '</think>';
const MAX_TAG = REASONING_END.length - 1;
const ANSWER_LABEL = /^\s*\**(?:回答|答案|答|answer|final answer)\**\s*[:：]\**\s*(?=\S)/iu;
/** Words of the other language that a sentence may hold as names. */
const MAX_FOREIGN_WORDS = 2;
const GLOSS = /[（(][^（）()]{1,60}[)）]/gu;

const bare = (text: string) => text.toLowerCase().replace(/[\s\p{P}]/gu, '');

/** One request to the model, followed to its end. */
export class Attempt {
  readonly #request: CompositionRequest;
  readonly #passages: readonly PackedPassage[];
  readonly #isRetry: boolean;
  readonly #draft: DraftAnswer;
  readonly #parts: AttemptParts;
  readonly #boundary: string;
  readonly #chooser: QuoteChooser;
  /** Words that supported sentences rest on. */
  readonly #proven: ArticleSpan[] = [];
  #dropped = 0;
  #begun = false;
  #isOver = false;
  #end: Outcome | null = null;
  /** Sentences that refuse, kept until it is known whether the whole answer does. */
  #refusals: WrittenSentence[] = [];

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
    this.#chooser = new QuoteChooser(parts, request.question.language);
  }

  async *run(): AsyncGenerator<CompositionEvent, Outcome> {
    const { signal, question, today } = this.#request;
    const { settings, chatModel } = this.#parts;
    const { standalone, language, kind } = question;
    const prompt = { question: standalone, language, kind, today, boundary: this.#boundary };
    let sentences = new SentenceStream();
    let text = new AnswerText();
    let written = '';
    try {
      const pieces = chatModel.stream({
        messages: buildPrompt({ ...prompt, passages: this.#passages }, this.#isRetry),
        maxTokens: settings.answerTokens,
        temperature: 0,
        signal,
      });
      for await (const piece of pieces) {
        signal?.throwIfAborted();
        written += piece;
        const thought = written.indexOf(REASONING_END);
        if (thought >= 0) {
          // Some servers leave out the tag that opens the reasoning: all of it was none of the answer.
          yield* this.#startAgain();
          sentences = new SentenceStream();
          text = new AnswerText();
          const rest = written.slice(thought + REASONING_END.length).trimStart();
          written = '';
          this.#end = yield* this.#takeAll(sentences.push(text.push(rest)));
        } else this.#end = yield* this.#takeAll(sentences.push(text.push(piece)));
        if (this.#end !== null) return this.#end;
        written = written.slice(-MAX_TAG);
      }
    } catch (thrown) {
      signal?.throwIfAborted();
      if (thrown instanceof YinzhengError && thrown.code.startsWith('model-')) {
        this.#parts.reportFailure?.(thrown);
        if (this.#proven.length > 0) return { type: 'cut', dropped: this.#dropped };
        return { type: 'failed', code: thrown.code };
      }
      throw thrown;
    }
    const end = yield* this.#takeAll([...sentences.push(text.end()), ...sentences.end()]);
    if (end !== null) return end;
    if (this.#refusals.length > 0 && this.#draft.sentences.length === 0) return { type: 'refused' };
    for (const { lead, text } of this.#refusals.splice(0)) yield* this.#remark(lead, text);
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

  *#takeAll(sentences: readonly WrittenSentence[]): Generator<CompositionEvent, Outcome | null> {
    for (const sentence of sentences) {
      const end = yield* this.#take(sentence);
      if (end !== null) return end;
    }
    return null;
  }

  /** Voids what was shown, since it was reasoning. */
  *#startAgain(): Generator<CompositionEvent> {
    this.#proven.length = 0;
    this.#refusals = [];
    this.#dropped = 0;
    this.#begun = false;
    yield* this.#draft.startAgain(
      modelNotice('reasoning-removed', this.#request.question.language),
    );
  }

  /** Shows a sentence, or leaves it out; says how the attempt ends if the sentence ends it. */
  *#take(sentence: WrittenSentence): Generator<CompositionEvent, Outcome | null> {
    const { lead, cited } = sentence;
    const { language, standalone, asked } = this.#request.question;
    const marked = plainSentence(sentence.text).replace(ANSWER_LABEL, '');
    const text = withoutEmphasis(marked);
    if (!/[\p{L}\p{N}]/u.test(text) || this.#isOver) return null;
    if ([standalone, asked].some((question) => bare(question) === bare(text))) {
      this.#draft.skip(lead);
      return null;
    }
    if (isRefusal(text, cited)) {
      this.#refusals.push(sentence);
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
    const frame = frameKind(marked, cited);
    // What follows the heading of a list of sources are titles.
    if (frame === 'source-list') this.#isOver = true;
    if (frame === 'closing' || frame === 'source-list') {
      this.#draft.skip(lead);
      return null;
    }
    if (frame === 'remark') {
      this.#refusals.push(sentence);
      return null;
    }
    for (const held of this.#refusals.splice(0)) yield* this.#remark(held.lead, held.text);
    if (frame !== null) {
      const isHeading = frame === 'heading' && HEADING.test(marked);
      yield* isHeading ? this.#draft.addHeading(lead, text) : this.#draft.addLeadIn(lead, text);
      return null;
    }
    const chosen = this.#choose(marked, cited);
    const { verdict } = chosen.support;
    if (verdict === 'unsupported' && this.#parts.settings.unsupported === 'drop') {
      this.#leaveOut(lead);
      return null;
    }
    const corroboration =
      verdict === 'supported'
        ? findCorroboration(text, chosen.spans, this.#everywhere(), (statement, passage) =>
            this.#chooser.chooseSame(statement, passage),
          )
        : null;
    if (verdict === 'supported') this.#proven.push(...chosen.spans);
    yield* this.#draft.addSentence(lead, text, chosen, corroboration);
    return null;
  }

  /** A remark on what the passages lack, shown without a verdict; the agreed word alone is not shown. */
  *#remark(lead: string, written: string): Generator<CompositionEvent> {
    const text = plainSentence(written)
      .replace(NOT_IN_PASSAGES, '')
      .replace(/^\s*[:：]\s*/u, '')
      .trim();
    if (/\p{L}/u.test(text) && !isInOtherLanguage(text, this.#request.question.language)) {
      yield* this.#draft.addLeadIn(lead, text);
    } else this.#draft.skip(lead);
  }

  #everywhere(): Passage[] {
    return this.#passages.flatMap(({ parts }) => parts);
  }

  #leaveOut(lead: string): void {
    this.#dropped += 1;
    this.#draft.skip(lead);
  }

  /** A sentence that cites nothing may rest on any passage. */
  #choose(text: string, cited: readonly number[]): ChosenQuote {
    const isCited = ({ number }: PackedPassage) => cited.includes(number);
    const own = this.#passages.filter(isCited).flatMap(({ parts }) => parts);
    const others = this.#passages
      .filter((packed) => !isCited(packed))
      .flatMap(({ parts }) => parts);
    const chosen = this.#chooser.choose(text, own, others);
    const isUnproved = cited.length === 0 && chosen.support.verdict === 'unsupported';
    return isUnproved ? { spans: [], support: chosen.support } : chosen;
  }
}

/** Whether a sentence is written in another language: names and glosses in it are not. */
function isInOtherLanguage(text: string, language: string): boolean {
  const words = text.replace(GLOSS, '');
  const chinese = Math.ceil((words.match(/\p{Script=Han}/gu)?.length ?? 0) / 2);
  const latin = words.match(/\p{Script=Latin}{2,}/gu)?.length ?? 0;
  const [own, foreign] = language === 'zh' ? [chinese, latin] : [latin, chinese];
  return foreign > MAX_FOREIGN_WORDS && foreign > own;
}

function drawBoundary(): string {
  return `passage-${crypto.randomUUID().slice(0, 8)}`;
}
