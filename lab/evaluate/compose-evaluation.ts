import { readFile } from 'node:fs/promises';
import { DEFAULT_LIMITS } from '../../src/answer/extractive/extractive-composer.ts';
import { composeApplication } from '../../src/app/compose.ts';
import { composeAnswerTools, composeExtractive } from '../../src/app/compose-answers.ts';
import { composeIndexer } from '../../src/app/compose-indexer.ts';
import { composeLanguage } from '../../src/app/compose-models.ts';
import type { Config } from '../../src/app/config.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { Application } from '../../src/core/application.ts';
import type { Article } from '../../src/core/article.ts';
import { YinzhengError } from '../../src/core/errors.ts';
import { createEventDetector } from '../../src/events/event-detector.ts';
import { ingestPaths } from '../../src/ingest/ingest.ts';
import { readQuestionForm } from '../../src/question/question-kind.ts';
import { type AblationReport, runAblation } from '../ablation/ablation.ts';
import { composeAblation } from '../ablation/compose-ablation.ts';
import { answerFromDocuments } from './answer-from-documents.ts';
import { articlePaths, openBriefs, openMemoryCollection } from './compose-collections.ts';
import { type EventsReport, evaluateEvents } from './events.ts';
import {
  evaluateQuestions,
  parseQuestions,
  type QuestionOutcome,
  type QuestionsReport,
} from './questions.ts';
import { evaluateRetrieval, type RetrievalScores } from './retrieval.ts';
import { evaluateRgb, RGB_LIMITS, type RgbReport } from './rgb.ts';
import { parseRgb } from './rgb-collection.ts';
import { readKnownStories } from './story-collection.ts';
import type { BriefScore } from './story-scores.ts';

/** Documents are drawn by it; another one gives other, equally good figures. */
const RGB_SEED = 1;

type Progress = (done: number, all: number) => void;

/** What the product is measured by. */
export interface Evaluation {
  /** Asks questions of the configured articles, indexed afresh where they changed. */
  questions(path: string, onOutcome: (outcome: QuestionOutcome) => void): Promise<QuestionsReport>;
  retrieval(folder: string): Promise<RetrievalScores>;
  /** Retrieval of each folder as it is and with each of its rules switched off in turn. */
  ablation(
    folders: readonly string[],
    onMeasured: (without: string | null, collection: string) => void,
  ): Promise<AblationReport>;
  rgb(path: string, onProgress: Progress): Promise<RgbReport>;
  /** Events and stories of a folder, and briefs of the stories known in it. */
  events(
    folder: string,
    onBrief: (score: BriefScore, answer: Answer) => void,
  ): Promise<EventsReport>;
}

/** Everything that `npm run evaluate` measures, with the product's own parts. */
export async function composeEvaluation(config: Config): Promise<Evaluation> {
  const language = await composeLanguage(config);
  const openCollection = async (articles: readonly Article[]) =>
    (await openMemoryCollection(articles, config, language))();

  return {
    async questions(path, onOutcome) {
      const questions = parseQuestions(await readInput(path, '--questions'), path);
      const loadLanguage = async () => language;
      await composeIndexer(config, loadLanguage).run([], {});
      const application = await composeApplication(config, { loadLanguage });
      try {
        return await evaluateQuestions(
          questions,
          {
            ask: (question) => askOnce(application, question),
            getArticle: (id) => application.getArticle(id),
          },
          onOutcome,
        );
      } finally {
        await application.close();
      }
    },

    retrieval: (folder) => evaluateRetrieval(folder, { openCollection }),

    ablation: (folders, onMeasured) =>
      runAblation(folders, composeAblation(config, language), onMeasured),

    async events(folder, onBrief) {
      const known = await readKnownStories(folder);
      const { articles } = await ingestPaths(await articlePaths(folder));
      const detector = createEventDetector(language);
      return evaluateEvents(
        known,
        {
          articles,
          detect: (previous) => detector.detect(articles, previous),
          open: async (chosen, stories) => {
            const summarize = await openBriefs(chosen, stories, config, language);
            return async (eventId, reader, length) => {
              for await (const event of summarize({ eventId, language: reader, length })) {
                if (event.type === 'done') return event.answer;
              }
              throw new Error('the brief ended without its closing event');
            };
          },
        },
        onBrief,
      );
    },

    async rgb(path, onProgress) {
      const questions = parseRgb(await readInput(path, '--rgb'), path);
      const composer = composeExtractive(composeAnswerTools(language), RGB_LIMITS);
      const answer = answerFromDocuments({
        openCollection,
        composer,
        kindOf: (question, asked) => readQuestionForm(question, asked).kind,
      });
      return evaluateRgb(questions, answer, DEFAULT_LIMITS.answerability, RGB_SEED, onProgress);
    },
  };
}

async function askOnce(application: Application, question: string): Promise<Answer> {
  const messages = [{ role: 'user', content: question }] as const;
  for await (const event of application.answer({ messages, filters: {} })) {
    if (event.type === 'done') return event.answer;
    if (event.type === 'error') throw new YinzhengError(event.problem.code, event.problem.detail);
  }
  throw new Error('the answer ended without its closing event');
}

async function readInput(path: string, option: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new YinzhengError('usage', `${option} takes a file; ${path} cannot be read.`, {
      cause,
      field: option,
    });
  }
}
