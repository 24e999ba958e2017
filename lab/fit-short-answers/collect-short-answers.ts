import { createHash } from 'node:crypto';
import {
  OUTCOME_THRESHOLDS,
  type ReaderParts,
  readEvidence,
} from '../../src/answer/reader/reader.ts';
import type { ReaderModel } from '../../src/answer/reader/reader-model.ts';
import { evidenceOf } from '../../src/answer/short-answer/choose-short-answer.ts';
import {
  findShortAnswer,
  type ShortAnswerFeatures,
} from '../../src/answer/short-answer/find-short-answer.ts';
import { groupOfType, type TypeGroup } from '../../src/answer/short-answer/sureness.ts';
import type { Article } from '../../src/core/article.ts';
import type { Passage } from '../../src/core/passage.ts';
import { detectLanguage } from '../../src/language/characters/language.ts';
import type { NameAnalyzer } from '../../src/language/names/names.ts';
import type { QuestionReader } from '../../src/question/read-question.ts';
import { holdsSomeAnswer } from '../evaluate/accepted-answer.ts';
import type { RgbQuestion } from '../evaluate/rgb-collection.ts';

/** What spoke for the words chosen for one question, and whether they were the answer. */
export interface ShortAnswerCase {
  readonly collection: string;
  readonly group: TypeGroup;
  readonly features: ShortAnswerFeatures;
  readonly isRight: boolean;
}

export interface CollectingParts {
  readonly names: NameAnalyzer;
  readonly readQuestion: QuestionReader;
  readonly reader: ReaderParts & { readonly model: ReaderModel };
}

/** Questions of a reading collection have no present. */
const NO_DAY = '2100-01-01';
/** Documents beside the one that answers, so that there is something to be wrong about. */
const NEGATIVES = 3;
/** Sentences that are looked at, as in the product. */
const MAX_SENTENCES = 8;

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

function articleOf(text: string, id: string): Article {
  return {
    id,
    title: '',
    outlet: { name: '', zh: '', en: '' },
    publishedAt: null,
    language: detectLanguage(text),
    body: text,
    url: null,
    truncated: false,
    origin: { path: id, position: 0 },
    copyOf: null,
  };
}

/** Chooses the words for one question among the sentences of its documents. */
export function collectShortAnswer(
  question: RgbQuestion,
  collection: string,
  parts: CollectingParts,
): ShortAnswerCase | null {
  const read = parts.readQuestion(question.query, NO_DAY);
  const texts = [...question.positive.slice(0, 1), ...question.negative.slice(0, NEGATIVES)];
  // In an order that tells nothing.
  const documents = texts.toSorted((a, b) => hash(a).localeCompare(hash(b)));
  const passages = documents.map((text, i): Passage => {
    const article = articleOf(text, `${question.id}-${i}`);
    const chunk = { id: article.id, articleId: article.id, start: 0, end: text.length, text };
    const trace = { signals: [], rerank: [], matched: [] };
    return { chunk, article, score: 1, trace, copies: [] };
  });
  const { ranked } = readEvidence(read, passages, {
    ...parts.reader,
    thresholds: OUTCOME_THRESHOLDS,
  });
  const evidence = evidenceOf(ranked.slice(0, MAX_SENTENCES), parts.reader.sentencesOf);
  const found = findShortAnswer(read, evidence, {
    names: parts.names,
    rarity: parts.reader.rarity,
  });
  if (found === null) return null;
  const isRight = holdsSomeAnswer(found.candidate.text, question.answer);
  return {
    collection,
    group: groupOfType(read.expects, read.many),
    features: found.features,
    isRight,
  };
}
