import { createSentenceChecker } from '../../src/answer/check/check-sentence.ts';
import {
  createExtractiveComposer,
  DEFAULT_LIMITS,
  type ExtractiveLimits,
} from '../../src/answer/extractive/extractive-composer.ts';
import { type AnswerPipeline, createAnswerPipeline } from '../../src/answer/pipeline.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { AnswerEvent } from '../../src/core/answer-event.ts';
import type { Article } from '../../src/core/article.ts';
import type { ChatMessage } from '../../src/core/composer.ts';
import type { ArticleFilters } from '../../src/core/filters.ts';
import { vocabularyOf } from '../../src/search/collection-vocabulary.ts';
import { openArticles } from '../search/seed-collection.ts';
import { loadLanguageTools, loadSeeds } from './language-tools.ts';

export const tools = await loadLanguageTools();
const checker = createSentenceChecker(tools);

/** A day after the newest seed article. */
export const TODAY = '2025-07-08';

/** The product's way from question to extractive answer, over these articles alone. */
export async function pipelineOver(
  articles: readonly Article[],
  limits: Partial<ExtractiveLimits> = {},
): Promise<AnswerPipeline> {
  const { retriever, index } = await openArticles(articles, tools);
  const vocabulary = () => vocabularyOf(index);
  let answers = 0;
  const composer = createExtractiveComposer(
    { ...tools, checker, vocabulary },
    { ...DEFAULT_LIMITS, ...limits },
  );
  return createAnswerPipeline(
    {
      ...tools,
      retriever,
      vocabulary,
      writerOf: () => ({ model: null, composer }),
      collection: () => articles,
      newId: () => `answer-${++answers}`,
    },
    { passages: 12 },
  );
}

export const seeds = await loadSeeds();
const seedPipeline = await pipelineOver(seeds);

export interface AskedAnswer {
  readonly answer: Answer;
  readonly events: readonly AnswerEvent[];
}

/** Asks the last of the turns; strings are the user's. */
export async function ask(
  turns: string | readonly ChatMessage[],
  filters: ArticleFilters = {},
  pipeline: AnswerPipeline = seedPipeline,
): Promise<AskedAnswer> {
  const messages: readonly ChatMessage[] =
    typeof turns === 'string' ? [{ role: 'user', content: turns }] : turns;
  const events: AnswerEvent[] = [];
  for await (const event of pipeline({ messages, filters, today: TODAY })) events.push(event);
  const done = events.find((event) => event.type === 'done');
  if (done === undefined) throw new Error(`no answer: ${JSON.stringify(events.at(-1))}`);
  return { answer: done.answer, events };
}
