import { OUTCOME_THRESHOLDS, readEvidence } from '../answer/reader/reader.ts';
import type { AnswerOutcome } from '../core/answer.ts';
import { openSnapshot } from '../index/open-snapshot.ts';
import { detectLanguage } from '../language/characters/language.ts';
import { vocabularyOf } from '../search/collection-vocabulary.ts';
import { createHybridRetriever } from '../search/retrieve.ts';
import { ANSWER_PASSAGES, storedSentences } from './compose.ts';
import { composeAnswerTools } from './compose-answers.ts';
import { composeEmbedder, composeLanguage } from './compose-models.ts';
import type { Config } from './config.ts';

/** Sentences of a trace, the most likely to answer first. */
const MAX_SENTENCES = 12;

/** What was read of a question, found for it and made of that, as plain data for a developer. */
export interface QuestionTrace {
  readonly question: {
    readonly text: string;
    readonly kind: string;
    readonly expects: string;
    readonly content: readonly string[];
    readonly names: readonly string[];
    readonly dates: readonly string[];
    readonly corrections: readonly string[];
    readonly parts: readonly string[];
  };
  readonly passages: readonly {
    readonly title: string;
    readonly score: number;
    readonly text: string;
    /** What each list and each adjustment added to the score. */
    readonly contributions: Readonly<Record<string, number>>;
  }[];
  readonly sentences: readonly {
    readonly text: string;
    readonly title: string;
    /** Chance, from 0 to 1, that it states the answer. */
    readonly probability: number;
    /** How surely it speaks of each word asked about, from 0 to 1. */
    readonly words: Readonly<Record<string, number>>;
    /** Words that have the form of the answer, the likeliest first. */
    readonly answers: readonly string[];
    /** Features that are not 0. */
    readonly features: Readonly<Record<string, number>>;
  }[];
  /** Chance, from 0 to 1, that the passages answer at all. */
  readonly probability: number;
  readonly outcome: AnswerOutcome;
}

/**
 * Traces a question through reading, search and the reader, over the index of the data folder. What
 * the answer then says, and how it was checked, stands in the answer itself.
 * @param today what 昨天 counts from, `YYYY-MM-DD`
 * @throws {YinzhengError} `index-*`
 */
export async function traceQuestion(
  config: Config,
  asked: string,
  today: string,
): Promise<QuestionTrace> {
  const language = await composeLanguage(config);
  const embedder = composeEmbedder(config, language);
  const index = await openSnapshot(config.dataPath, {
    embedderFingerprint: embedder.fingerprint,
    analyzerFingerprint: language.passageAnalyzer.fingerprint,
  });
  const currentIndex = () => index;
  const { analyzer, readQuestion, vectors } = language;
  const question = readQuestion(asked, today, vocabularyOf(index));
  const retriever = createHybridRetriever({
    index: currentIndex,
    embedder,
    analyzer,
    readQuestion,
    wordVectors: vectors,
  });
  const { passages } = await retriever.retrieve({
    text: question.text,
    language: detectLanguage(question.text),
    filters: {},
    limit: ANSWER_PASSAGES,
    today,
  });
  const { reader } = composeAnswerTools(language, storedSentences(currentIndex));
  const evidence = readEvidence(question, passages, { ...reader, thresholds: OUTCOME_THRESHOLDS });
  return {
    question: {
      text: question.text,
      kind: question.kind,
      expects: question.expects,
      content: question.content.map(({ text }) => text),
      names: question.names.map(({ text }) => text),
      dates: question.dates.map(({ expression, from, to }) => `${expression}: ${from} – ${to}`),
      corrections: question.corrections.map(({ written, meant }) => `${written} → ${meant}`),
      parts: question.parts.map(({ label }) => label),
    },
    passages: passages.map(({ article, chunk, score, trace }) => ({
      title: article.title,
      score,
      text: chunk.text,
      contributions: Object.fromEntries([
        ...trace.signals.map(({ signal, contribution }) => [signal, contribution] as const),
        ...trace.rerank.map(({ feature, contribution }) => [feature, contribution] as const),
      ]),
    })),
    sentences: evidence.ranked.slice(0, MAX_SENTENCES).map((ranked) => ({
      text: ranked.sentence.text,
      title: ranked.article.title,
      probability: ranked.probability,
      words: Object.fromEntries(
        evidence.asked.words.map(({ token }, i) => [token.text, ranked.strengths[i] ?? 0]),
      ),
      answers: ranked.answers.map(({ text }) => text),
      features: Object.fromEntries(
        Object.entries(ranked.features).filter(([, value]) => value !== 0),
      ),
    })),
    probability: evidence.probability,
    outcome: evidence.outcome,
  };
}
