import {
  findShortAnswer,
  type ShortAnswerEvidence,
  type ShortAnswerFeatures,
  type ShortAnswerParts,
} from '../../src/answer/short-answer/choose-short-answer.ts';
import { coverageWithin, matchContent } from '../../src/answer/short-answer/content-match.ts';
import { groupOfType, type TypeGroup } from '../../src/answer/short-answer/sureness.ts';
import type { Article } from '../../src/core/article.ts';
import type { SentencesOf } from '../../src/core/sentence.ts';
import { detectLanguage } from '../../src/language/characters/language.ts';
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

export interface CollectingParts extends ShortAnswerParts {
  readonly readQuestion: QuestionReader;
  readonly sentencesOf: SentencesOf;
}

/** Questions of a reading collection have no present. */
const NO_DAY = '2100-01-01';
/** Documents beside the one that answers, so that there is something to be wrong about. */
const NEGATIVES = 3;

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
  const documents = [...question.positive.slice(0, 1), ...question.negative.slice(0, NEGATIVES)];
  const ranked = documents
    .flatMap((text, i): (ShortAnswerEvidence & { readonly coverage: number })[] => {
      const article = articleOf(text, `${question.id}-${i}`);
      const sentences = parts.sentencesOf(article);
      return sentences.map((sentence) => {
        const match = matchContent(read, sentence, parts.names, parts.rarity);
        const coverage = coverageWithin(match, { start: 0, end: sentence.text.length });
        return { article, sentence, sentences, coverage };
      });
    })
    .sort((a, b) => b.coverage - a.coverage);
  const found = findShortAnswer(read, ranked, parts);
  if (found === null) return null;
  const isRight = holdsSomeAnswer(found.candidate.text, question.answer);
  return {
    collection,
    group: groupOfType(read.expects, read.many),
    features: found.features,
    isRight,
  };
}
