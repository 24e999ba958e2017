import { createSentenceChecker } from '../../../src/answer/check/check-sentence.ts';
import {
  createExtractiveComposer,
  DEFAULT_LIMITS,
} from '../../../src/answer/extractive/extractive-composer.ts';
import type { ModelComposerSettings } from '../../../src/answer/model/attempt.ts';
import { createModelComposer } from '../../../src/answer/model/model-composer.ts';
import type { Verify } from '../../../src/answer/model/verify-answer.ts';
import type { AnswerKind, Composition } from '../../../src/core/answer.ts';
import type { CompositionEvent } from '../../../src/core/answer-event.ts';
import type { Article, Language } from '../../../src/core/article.ts';
import { viewBlocks } from '../../../src/core/block-views.ts';
import type { ChatModel } from '../../../src/core/chat-model.ts';
import type { AnswerComposer, CompositionRequest } from '../../../src/core/composer.ts';
import type { Passage } from '../../../src/core/passage.ts';
import { chunkArticle } from '../../../src/ingest/chunk-article.ts';
import { streamedMarkdown } from '../../core/streamed-blocks.ts';
import { loadLanguageTools } from '../language-tools.ts';

const tools = await loadLanguageTools();
const checker = createSentenceChecker(tools);
const extractiveParts = {
  ...tools,
  checker,
};

/** A model composer over real fallbacks. */
export function composerOver(
  chatModel: ChatModel,
  settings: Partial<ModelComposerSettings> = {},
  verify?: Verify,
): AnswerComposer {
  return createModelComposer({
    ...tools,
    checker,
    chatModel,
    verify,
    extractive: createExtractiveComposer(extractiveParts),
    refusing: createExtractiveComposer(extractiveParts, {
      ...DEFAULT_LIMITS,
      thresholds: { answered: Number.POSITIVE_INFINITY, possible: Number.POSITIVE_INFINITY },
    }),
    settings: { contextTokens: 4000, answerTokens: 500, unsupported: 'mark', ...settings },
  });
}

/** The first chunk of each article, in the order given, as if found in that order. */
export function passagesOf(articles: readonly Article[]): Passage[] {
  return articles.flatMap((article, i) => {
    const [chunk] = chunkArticle(article, { size: 900, overlap: 0 });
    if (chunk === undefined) return [];
    const trace = { signals: [], rerank: [], matched: [] };
    return [{ chunk, article, score: 1 - i / 100, trace, copies: [] }];
  });
}

export function requestFor(
  question: string,
  articles: readonly Article[],
  options: { language?: Language; kind?: AnswerKind; signal?: AbortSignal } = {},
): CompositionRequest {
  const { language = 'zh', kind = 'what', signal } = options;
  return {
    question: { asked: question, standalone: question, language, kind },
    retrieval: {
      passages: passagesOf(articles),
      dateRange: null,
      searched: { articles: articles.length, chunks: articles.length, excluded: {} },
      nearestDates: [],
      timings: {},
    },
    filters: {},
    conversation: [],
    collection: articles,
    today: '2025-07-10',
    signal,
  };
}

export interface Composed {
  readonly events: readonly CompositionEvent[];
  /** With the views that clients get who read no blocks. */
  readonly composition: Composition & ReturnType<typeof viewBlocks>;
  readonly composer: 'extractive' | 'model';
  /** The text a reader ends up with, rendered as it streams: since the last replacing notice. */
  readonly shown: string;
}

/** Runs a composer to its end and checks what every composer owes its readers. */
export async function compose(
  composer: AnswerComposer,
  request: CompositionRequest,
): Promise<Composed> {
  const events: CompositionEvent[] = [];
  for await (const event of composer.compose(request)) events.push(event);
  const last = events.at(-1);
  if (last?.type !== 'composed') throw new Error('The composer did not end with "composed".');
  const { language } = request.question;
  const shown = streamedMarkdown(events, language);
  const composition = { ...last.composition, ...viewBlocks(last.composition, language) };
  return { events, composition, composer: last.composer, shown };
}

/** A model in the same process that writes a text in pieces of some length. */
export function writingModel(text: string, pieceLength = 3): ChatModel & { prompts: string[] } {
  const prompts: string[] = [];
  return {
    name: 'scripted',
    prompts,
    async *stream({ messages }) {
      prompts.push(messages.map(({ content }) => content).join('\n\n'));
      for (let at = 0; at < text.length; at += pieceLength) yield text.slice(at, at + pieceLength);
    },
  };
}
