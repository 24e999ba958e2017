import type { AnswerNotice, SentenceSupport } from '../../core/answer.ts';
import type { CompositionEvent } from '../../core/answer-event.ts';
import type { AnswerComposer, CompositionRequest } from '../../core/composer.ts';
import { requestNotices } from '../request-notices.ts';
import { Attempt, type AttemptParts, type Outcome } from './attempt.ts';
import { DraftAnswer, type JudgedBlock } from './draft-answer.ts';
import { type ModelNoticeCode, modelNotice } from './model-notices.ts';
import { packPassages } from './pack-passages.ts';
import {
  afterSecondReading,
  needsSecondReading,
  pairToVerify,
  type Verification,
  type Verify,
} from './verify-answer.ts';

export interface ModelComposerParts extends AttemptParts {
  /** Answers when the model cannot. */
  readonly extractive: AnswerComposer;
  /** Refuses, with reasons and the nearest evidence, when the model finds no answer. */
  readonly refusing: AnswerComposer;
  /** Reads an answer once more; absent where the rules alone decide. */
  readonly verify?: Verify | undefined;
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

  const isReadAgain = parts.verify === undefined ? () => false : needsSecondReading;
  const draft = new DraftAnswer(question.language, isReadAgain);
  yield* draft.tell(notices);

  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const outcome = yield* new Attempt(request, passages, attempt > 1, draft, parts).run();
    // A first sentence in the wrong language ends an attempt before anything is shown.
    if (outcome.type === 'wrong-language' && attempt < ATTEMPTS) continue;
    if (outcome.type === 'refused') {
      yield* instead(parts.refusing, request, notices, null, draft);
      return;
    }
    if ((outcome.type === 'answered' || outcome.type === 'cut') && isUsable(draft)) {
      const second = yield* readAgain(draft, request, parts);
      const codes: readonly ModelNoticeCode[] = [
        ...(second !== null && second.readings === null ? (['verifier-unavailable'] as const) : []),
        ...(outcome.dropped > 0 ? (['sentences-dropped'] as const) : []),
        ...(outcome.type === 'cut' ? (['answer-incomplete'] as const) : []),
      ];
      yield* draft.tell(codes.map((code) => modelNotice(code, question.language)));
      const timings =
        second === null
          ? undefined
          : { verify: second.milliseconds, verifyCalls: 1, verifyTokens: second.tokens };
      yield* draft.finish(question.kind, parts.suggest?.(request) ?? [], timings);
      return;
    }
    yield* instead(parts.extractive, request, notices, noticeFor(outcome, draft), draft);
    return;
  }
}

/** Has the model judge its sentences beside their words; the verdicts are final then. */
async function* readAgain(
  draft: DraftAnswer,
  { question: { language }, retrieval, signal }: CompositionRequest,
  { verify }: ModelComposerParts,
): AsyncGenerator<CompositionEvent, Verification | null> {
  if (verify === undefined) return null;
  const articles = new Map(retrieval.passages.map(({ article }) => [article.id, article]));
  const sentences = draft.sentences;
  const pairs = sentences.flatMap((sentence, index) => {
    if (!sentence.isProvisional) return [];
    const cited = draft.citations
      .filter(({ marker }) => sentence.citations.includes(marker))
      .flatMap(({ articleId, start, end }) => {
        const article = articles.get(articleId);
        return article === undefined ? [] : [{ article, start, end }];
      });
    return [pairToVerify(index, sentence, cited)];
  });
  if (pairs.length === 0) return null;
  const verification = await verify(pairs, language, signal);
  for (const { index } of pairs) {
    const judged = sentences[index];
    if (judged === undefined) continue;
    const reading = verification.readings?.get(index);
    const { id, support } = judged;
    yield* draft.revise(id, reading ? afterSecondReading(support, reading, language) : support);
  }
  return verification;
}

/** What contradicts the cited words, as against what they merely do not say. */
const CONTRADICTIONS: ReadonlySet<SentenceSupport['rule']> = new Set([
  'number',
  'date',
  'quotation',
  'name',
  'negation',
  'relation',
  'scope',
]);

/** An answer that is unproved is shown with its marks; one that is contradicted, and proved nowhere, is not. */
function isUsable({ sentences }: DraftAnswer): boolean {
  const isContradicted = ({ support: { verdict, rule } }: JudgedBlock) =>
    verdict === 'unsupported' && CONTRADICTIONS.has(rule);
  const isProved = sentences.some(({ support: { verdict } }) => verdict !== 'unsupported');
  return sentences.length > 0 && (isProved || !sentences.some(isContradicted));
}

function noticeFor(outcome: Outcome, draft: DraftAnswer): ModelNoticeCode {
  if (outcome.type === 'wrong-language') return 'model-wrong-language';
  if (outcome.type === 'answered' || outcome.type === 'cut') {
    const wroteNothing = draft.sentences.length + outcome.dropped === 0;
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
