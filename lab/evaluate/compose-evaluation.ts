import { readFile } from 'node:fs/promises';
import {
  DEFAULT_LIMITS,
  type ExtractiveLimits,
} from '../../src/answer/extractive/extractive-composer.ts';
import { composeApplication } from '../../src/app/compose.ts';
import { composeAnswerTools, composeExtractive } from '../../src/app/compose-answers.ts';
import { composeIndexer } from '../../src/app/compose-indexer.ts';
import { composeLanguage } from '../../src/app/compose-models.ts';
import type { Config } from '../../src/app/config.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { Application } from '../../src/core/application.ts';
import type { Article } from '../../src/core/article.ts';
import { YinzhengError } from '../../src/core/errors.ts';
import { type AblationReport, runAblation } from '../ablation/ablation.ts';
import { composeAblation } from '../ablation/compose-ablation.ts';
import { answerFromDocuments } from './answer-from-documents.ts';
import { openMemoryCollection } from './compose-collections.ts';
import { createMentionCheck } from './mentioned-words.ts';
import {
  evaluateQuestions,
  parseQuestions,
  type QuestionOutcome,
  type QuestionsReport,
} from './questions.ts';
import { evaluateReading, type ReadingReport } from './reading.ts';
import { evaluateRetrieval, type RetrievalScores } from './retrieval.ts';
import { evaluateRgb, RGB_LIMITS, type RgbReport } from './rgb.ts';
import { parseRgb } from './rgb-collection.ts';

/** Documents are drawn by it; another one gives other, equally good figures. */
const RGB_SEED = 1;

/** Questions of a collection without a present. */
const NO_DAY = '2100-01-01';

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
  /** Answering from a passage that answers among five that do not, and from these alone. */
  reading(path: string, onProgress: Progress): Promise<ReadingReport>;
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
      const articles = listAll(application);
      const languages = new Map(
        articles.map(({ origin, language: own }) => [origin.position + 1, own]),
      );
      try {
        return await evaluateQuestions(
          questions,
          {
            ask: (question) => askOnce(application, question),
            getArticle: (id) => application.getArticle(id),
            languageOf: (number) => languages.get(number) ?? null,
            isMentioned: createMentionCheck(articles, language.lexicon),
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

    async reading(path, onProgress) {
      const questions = parseRgb(await readInput(path, '--reading'), path);
      return evaluateReading(questions, answerer(), onProgress);
    },

    async rgb(path, onProgress) {
      const questions = parseRgb(await readInput(path, '--rgb'), path);
      const answer = answerer(RGB_LIMITS);
      return evaluateRgb(
        questions,
        answer,
        DEFAULT_LIMITS.thresholds.possible,
        RGB_SEED,
        onProgress,
      );
    },
  };

  function answerer(limits: Partial<ExtractiveLimits> = {}) {
    return answerFromDocuments({
      openCollection,
      composer: composeExtractive(composeAnswerTools(language), limits),
      kindOf: (question) => language.readQuestion(question, NO_DAY).kind,
    });
  }
}

function listAll(application: Application): Article[] {
  const pageSize = 100;
  const articles: Article[] = [];
  for (let page = 1; ; page++) {
    const found = application.listArticles({ filters: {}, page, pageSize });
    articles.push(...found.articles);
    if (found.articles.length < pageSize) return articles;
  }
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
