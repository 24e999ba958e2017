import type { AnswerEvent } from '../core/answer-event.ts';
import type { AnswerRequest } from '../core/application.ts';
import type { Article, Chunk, Language } from '../core/article.ts';
import type { AnswerComposer, ChatMessage, Question, QuestionPart } from '../core/composer.ts';
import type { Passage, Retrieval, Retriever } from '../core/passage.ts';
import { streamAnswer } from '../core/stream-answer.ts';
import { detectLanguage } from '../language/characters/language.ts';
import type { CollectionVocabulary } from '../question/correct-words.ts';
import type { QuestionReader } from '../question/read-question.ts';
import { type StandaloneParts, standaloneQuestion } from '../question/standalone-question.ts';

/**
 * Rewrites a follow-up so that it stands alone, or resolves to null where it cannot; the rules of
 * `standaloneQuestion` are then used.
 */
export type QuestionRewriter = (
  messages: readonly ChatMessage[],
  signal: AbortSignal | undefined,
) => Promise<string | null>;

/** Who writes the answer to a question. */
export interface AnswerWriter {
  readonly composer: AnswerComposer;
  /** The model that writes, or null where answers are extractive. `done` says what came of it. */
  readonly model: string | null;
  readonly rewriteQuestion?: QuestionRewriter | undefined;
}

export interface AnswerPipelineParts extends StandaloneParts {
  readonly readQuestion: QuestionReader;
  /** Words and names of the collection at this moment; absent leaves words as they are written. */
  readonly vocabulary?: (() => CollectionVocabulary) | undefined;
  readonly retriever: Retriever;
  /** The writer that a request names, absent means the default; or none but the articles. */
  readonly writerOf: (model: string | undefined, isExtractive: boolean) => AnswerWriter;
  /** Every article of the collection at this moment. */
  readonly collection: () => readonly Article[];
  /** Unique id of an answer. */
  readonly newId: () => string;
}

export interface AnswerPipelineLimits {
  /** Passages an answer may rest on. */
  readonly passages: number;
}

/** A conversation that ends in a question, checked; relative dates count from `today`. */
export type PipelineRequest = AnswerRequest & { readonly today: string };

/** Answers one request, as events. */
export type AnswerPipeline = (request: PipelineRequest) => AsyncIterable<AnswerEvent>;

/** The way from a conversation to an answer: understand, retrieve, compose. */
export function createAnswerPipeline(
  parts: AnswerPipelineParts,
  limits: AnswerPipelineLimits,
): AnswerPipeline {
  return ({ messages, filters, today, model: wanted, composer: kind, answerLanguage, signal }) => {
    const { composer, model, rewriteQuestion } = parts.writerOf(wanted, kind === 'extractive');
    const collection = parts.collection();
    return streamAnswer<Question, FoundForQuestion>({
      id: parts.newId(),
      model,
      signal,
      async understand() {
        const known = await understand(messages, today, { ...parts, rewriteQuestion }, signal);
        return { ...known, language: answerLanguage ?? known.language };
      },
      find: ({ standalone }) => findPassages(standalone, { filters, today, signal }, parts, limits),
      compose: (question, retrieval) =>
        composer.compose({
          question,
          retrieval,
          parts: retrieval.parts,
          filters,
          conversation: messages.slice(0, -1),
          collection,
          today,
          signal,
        }),
    });
  };
}

/** What was found for a question and, where it is made of several, for each of them. */
type FoundForQuestion = Retrieval & { readonly parts: readonly QuestionPart[] };

/**
 * One search for the question or, where it is made of several, one for each of them; both where two
 * things are compared, because the name of one alone says little of what is asked.
 */
async function findPassages(
  standalone: string,
  { filters, today, signal }: Pick<PipelineRequest, 'filters' | 'today' | 'signal'>,
  { retriever, readQuestion }: AnswerPipelineParts,
  { passages: limit }: AnswerPipelineLimits,
): Promise<FoundForQuestion> {
  const retrieve = (text: string) => {
    const language = detectLanguage(text);
    return retriever.retrieve({ text, language, filters, limit, today }, signal);
  };
  const parts: QuestionPart[] = [];
  const question = readQuestion(standalone, today);
  for (const { label, text } of question.parts) {
    parts.push({ label, standalone: text, retrieval: await retrieve(text) });
  }
  const ofParts = parts.map(({ retrieval }) => retrieval);
  const isJoined = parts.length > 1 && question.kind !== 'compare';
  const found = isJoined ? joinRetrievals(ofParts, limit) : await retrieve(standalone);
  return { ...found, parts };
}

/** What was found for the parts of a question, as found for the whole of it: the best of each in turn. */
function joinRetrievals(retrievals: readonly Retrieval[], limit: number): Retrieval {
  const [first] = retrievals;
  if (first === undefined) throw new RangeError('Expected what was found for a part.');
  const byChunk = new Map<Chunk, Passage>();
  for (let place = 0; place < limit; place++) {
    for (const { passages } of retrievals) {
      const passage = passages[place];
      if (passage !== undefined && !byChunk.has(passage.chunk)) byChunk.set(passage.chunk, passage);
    }
  }
  const timings: Record<string, number> = {};
  for (const [stage, ms] of retrievals.flatMap((one) => Object.entries(one.timings))) {
    timings[stage] = (timings[stage] ?? 0) + ms;
  }
  return {
    ...first,
    passages: [...byChunk.values()].slice(0, limit),
    dateRange: retrievals.find(({ dateRange }) => dateRange !== null)?.dateRange ?? null,
    timings,
  };
}

async function understand(
  messages: readonly ChatMessage[],
  today: string,
  parts: AnswerPipelineParts & Pick<AnswerWriter, 'rewriteQuestion'>,
  signal: AbortSignal | undefined,
): Promise<Question> {
  const asked = (messages.at(-1)?.content ?? '').trim();
  const rewritten =
    messages.length > 1 ? await parts.rewriteQuestion?.(messages, signal) : undefined;
  const whole = rewritten?.trim() || standaloneQuestion(messages, parts);
  const { kind, text } = parts.readQuestion(whole, today, parts.vocabulary?.());
  // Only words that were put right are shown; that rules read Simplified is no matter of the reader's.
  const standalone = text === parts.analyzer.plain(whole) ? whole : text;
  return { asked, standalone, language: answerLanguage(messages, asked), kind };
}

/** A follow-up without words of its own (`2024?`) is answered in the language of the turn before. */
function answerLanguage(messages: readonly ChatMessage[], asked: string): Language {
  const worded = /\p{L}/u.test(asked)
    ? asked
    : messages.findLast(({ role, content }) => role === 'user' && /\p{L}/u.test(content))?.content;
  return detectLanguage(worded ?? asked);
}
