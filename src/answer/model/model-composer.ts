import type { AnswerNotice } from '../../core/answer.ts';
import type { CompositionEvent } from '../../core/answer-event.ts';
import type { AnswerComposer, CompositionRequest } from '../../core/composer.ts';
import { requestNotices } from '../request-notices.ts';
import { Attempt, type AttemptParts, type Outcome } from './attempt.ts';
import { DraftAnswer } from './draft-answer.ts';
import { type ModelNoticeCode, modelNotice } from './model-notices.ts';
import { packPassages } from './pack-passages.ts';

export interface ModelComposerParts extends AttemptParts {
  /** Answers when the model cannot. */
  readonly extractive: AnswerComposer;
  /** Refuses, with reasons and the nearest evidence, when the model finds no answer. */
  readonly refusing: AnswerComposer;
  /** Follow-up questions to offer under an answer. */
  readonly suggest?: ((request: CompositionRequest) => readonly string[]) | undefined;
}

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
  const passages = packPassages(retrieval.passages, parts.settings.contextTokens);

  const draft = new DraftAnswer(question.language);
  yield* draft.tell(notices);

  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const outcome = yield* new Attempt(request, passages, attempt > 1, draft, parts).run();
    // A first sentence in the wrong language ends an attempt before anything is shown.
    if (outcome.type === 'wrong-language' && attempt < ATTEMPTS) continue;
    if (outcome.type === 'refused') {
      yield* instead(parts.refusing, request, notices, null, draft);
      return;
    }
    if (outcome.type === 'answered' && draft.isUsable) {
      if (outcome.dropped > 0) {
        yield* draft.tell([modelNotice('sentences-dropped', question.language)]);
      }
      yield* draft.finish(question.kind, parts.suggest?.(request) ?? []);
      return;
    }
    yield* instead(parts.extractive, request, notices, noticeFor(outcome, draft), draft);
    return;
  }
}

function noticeFor(outcome: Outcome, draft: DraftAnswer): ModelNoticeCode {
  if (outcome.type === 'wrong-language') return 'model-wrong-language';
  if (outcome.type === 'answered') {
    const wroteNothing = draft.sentences + outcome.dropped === 0;
    return wroteNothing ? 'model-unavailable' : 'sentences-dropped';
  }
  return draft.isEmpty ? 'model-unavailable' : 'model-interrupted';
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
    yield { type: 'notice', notice, replace: !draft.isEmpty };
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
