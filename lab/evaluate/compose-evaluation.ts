import { readFile } from 'node:fs/promises';
import { frameKind } from '../../src/answer/check/frames.ts';
import {
  DEFAULT_LIMITS,
  type ExtractiveLimits,
} from '../../src/answer/extractive/extractive-composer.ts';
import { QuoteChooser } from '../../src/answer/model/choose-quote.ts';
import {
  afterSecondReading,
  createVerifier,
  needsSecondReading,
  pairToVerify,
  type Verify,
} from '../../src/answer/model/verify-answer.ts';
import { composeApplication } from '../../src/app/compose.ts';
import {
  type AnswerTools,
  composeAnswerTools,
  composeExtractive,
  composeModelComposer,
} from '../../src/app/compose-answers.ts';
import { composeIndexer } from '../../src/app/compose-indexer.ts';
import { composeLanguage, composeVerifier } from '../../src/app/compose-models.ts';
import { type Config, readConfig } from '../../src/app/config.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { Application } from '../../src/core/application.ts';
import type { Article } from '../../src/core/article.ts';
import { YinzhengError } from '../../src/core/errors.ts';
import { annotateBeginnings } from '../../src/events/detection/lead.ts';
import { createEventDetector } from '../../src/events/event-detector.ts';
import { ingestPaths } from '../../src/ingest/ingest.ts';
import { detectLanguage } from '../../src/language/characters/language.ts';
import { type AblationReport, runAblation } from '../ablation/ablation.ts';
import { composeAblation } from '../ablation/compose-ablation.ts';
import { answerFromDocuments } from './answer-from-documents.ts';
import { type AnswersReport, evaluateAnswers, parseAnswers, type Quote } from './answers.ts';
import { type ClaimsReport, evaluateClaims, type JudgeClaim, parseClaims } from './claims.ts';
import { articlePaths, openBriefs, openMemoryCollection } from './compose-collections.ts';
import { type EventsReport, evaluateEvents } from './events.ts';
import { evaluateFeedback, type FeedbackReport, parseFeedback } from './feedback.ts';
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
import { startScriptedVerifier } from './scripted-verifier.ts';
import { readKnownStories } from './story-collection.ts';
import type { BriefScore } from './story-scores.ts';

/** Documents are drawn by it; another one gives other, equally good figures. */
const RGB_SEED = 1;

/** A model's settings as the configuration has them by default. */
const MODEL_SETTINGS = { contextTokens: 6000, answerTokens: 800, unsupported: 'mark' } as const;
/** Milliseconds that one second reading may take. */
const VERIFY_TIMEOUT_MS = 10_000;
const TODAY = '2025-07-08';
/** Questions of a collection without a present. */
const NO_DAY = '2100-01-01';

type Progress = (done: number, all: number) => void;

/** What the product is measured by. */
export interface Evaluation {
  /** Asks questions of the configured articles, indexed afresh where they changed. */
  questions(path: string, onOutcome: (outcome: QuestionOutcome) => void): Promise<QuestionsReport>;
  /** Asks again what readers judged, of the index as it is. */
  feedback(path: string): Promise<FeedbackReport>;
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
  /**
   * True and false sentences with the passages that they cite.
   * @param verifierAccuracy share of right verdicts of a scripted second reading, or null without one
   */
  claims(path: string, verifierAccuracy: number | null): Promise<ClaimsReport>;
  /** Whole answers of a model, replayed. */
  answers(path: string): Promise<AnswersReport>;
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
      await composeIndexer(config, { loadLanguage }).run([], {});
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

    async feedback(path) {
      const lines = parseFeedback(await readInput(path, '--feedback'), path);
      const application = await composeApplication(config, { loadLanguage: async () => language });
      try {
        return await evaluateFeedback(lines, (question) => askOnce(application, question));
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
          detect: (previous) =>
            detector.detect(articles, previous, undefined, annotateBeginnings(language.annotator)),
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

    async claims(path, verifierAccuracy) {
      const tools = composeAnswerTools(language);
      const claims = parseClaims(await readInput(path, '--claims'), path);
      if (verifierAccuracy === null) return evaluateClaims(claims, judgeWith(tools, null));
      // Claims are judged one after the other, so the verifier knows which it is asked about.
      let isTrue = false;
      const verifier = await startScriptedVerifier(verifierAccuracy, () => isTrue);
      try {
        const chatModel = composeVerifier(
          readConfig({ OPENAI_BASE_URL: verifier.url, CHAT_MODEL: 'scripted' }, '.'),
        );
        if (chatModel === null) throw new Error('The scripted verifier is not configured.');
        const verify = createVerifier({ chatModel, timeoutMs: VERIFY_TIMEOUT_MS });
        const judge = judgeWith(tools, verify);
        return await evaluateClaims(claims, (claim, ...passages) => {
          isTrue = claim.supported;
          return judge(claim, ...passages);
        });
      } finally {
        await verifier.close();
      }
    },

    async answers(path) {
      const tools = composeAnswerTools(language);
      return evaluateAnswers(parseAnswers(await readInput(path, '--answers'), path), {
        composerOver: (model) => composeModelComposer(MODEL_SETTINGS, model, tools),
        heldShare: (sentence, quotes) => heldShare(sentence, quotes, tools),
        contextTokens: MODEL_SETTINGS.contextTokens,
        today: TODAY,
        kindOf: (question) => language.readQuestion(question, TODAY).kind,
      });
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

/** As in the product: quotes chosen in the cited passages first, one verdict, and a second reading. */
function judgeWith(tools: AnswerTools, verify: Verify | null): JudgeClaim {
  return async ({ claim }, cited, others) => {
    const frame = frameKind(claim, [1]);
    // Lists of sources and closing words are not shown at all.
    if (frame === 'source-list' || frame === 'closing') return 'unsupported';
    if (frame !== null) return null;
    const answerLanguage = detectLanguage(claim);
    const chooser = new QuoteChooser(tools, answerLanguage);
    const { spans, support } = chooser.choose(claim, cited, others);
    const judged = { support, citations: spans.map((_, place) => place + 1) };
    if (verify === null || !needsSecondReading(judged)) return support.verdict;
    const pair = pairToVerify(0, { text: claim, support }, spans);
    const reading = (await verify([pair], answerLanguage, undefined)).readings?.get(0);
    return (reading ? afterSecondReading(support, reading, answerLanguage) : support).verdict;
  };
}

/** Names, numbers and content words of a sentence, by rarity, that its quotes hold. */
function heldShare(
  sentence: string,
  quotes: readonly Quote[],
  { checker }: Pick<AnswerTools, 'checker'>,
): number {
  const claim = checker.readClaim(sentence, quotes[0]?.passage.article.publishedAt ?? null);
  const spans = quotes.map(({ passage: { article }, start, end }) => ({ article, start, end }));
  const { words } = checker.read(claim, spans);
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  const held = words.filter(({ partner }) => partner !== null);
  return total === 0 ? 1 : held.reduce((sum, { weight }) => sum + weight, 0) / total;
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
