import type { Passage } from '../../core/passage.ts';
import type { Sentence, SentencesOf } from '../../core/sentence.ts';
import { isWithin, type Span } from '../../core/span.ts';
import { foldText } from '../../language/characters/fold.ts';
import type { Lexicon } from '../../language/dictionary/lexicon.ts';
import type { AnswerType } from '../../question/question-form.ts';
import type { ReadQuestion } from '../../question/read-question.ts';
import { createWordAligner, type WordRelations } from './align-words.ts';
import {
  type AskedQuestion,
  type AskedWord,
  type QuestionReadingParts,
  readAskedQuestion,
} from './asked-question.ts';
import { FITS, findFittingAnswers, type TypedWords } from './fitting-answers.ts';
import { type GatheredArticle, gatherSentences } from './gather-sentences.ts';
import type { Anchor, FittingAnswer, RankedSentence, ReadEvidence } from './read-evidence.ts';
import { chanceOf, type ReaderModel } from './reader-model.ts';
import {
  readAround,
  readSentenceFeatures,
  type SentenceInContext,
  type WordWeights,
} from './sentence-features.ts';
import { createSentenceMatcher, FOUND, type SentenceMatch } from './sentence-match.ts';

export interface ReaderParts extends QuestionReadingParts, WordRelations {
  readonly conceptStems: Lexicon['conceptStems'];
  readonly sentencesOf: SentencesOf;
  /** A title, annotated like a body. */
  readonly titleOf: SentencesOf;
}

export interface JudgingReaderParts extends ReaderParts {
  readonly model: ReaderModel;
  readonly thresholds: OutcomeThresholds;
}

/** A question held against every sentence of its passages, not judged yet. */
export interface UnjudgedEvidence {
  readonly asked: AskedQuestion;
  readonly weights: WordWeights;
  readonly sentences: readonly Omit<RankedSentence, 'probability'>[];
}

/** Chances from which passages answer, and from which they may. */
export interface OutcomeThresholds {
  readonly answered: number;
  readonly possible: number;
}

/**
 * By a calibrated chance (`lab/fit-reader/README.md`). From .59 on one in twenty of the unanswerable questions asked of the
 * seeds and the news is answered, one in eleven from .55 on. Below .12 two to seven in a hundred answerable ones are
 * refused; at .17 it was two in a hundred more, and no more of the unanswerable ones.
 */
export const OUTCOME_THRESHOLDS: OutcomeThresholds = { answered: 0.59, possible: 0.12 };

/** Reads passages and judges every sentence of them, the most likely to answer first. */
export function readEvidence(
  question: ReadQuestion,
  passages: readonly Passage[],
  parts: JudgingReaderParts,
): ReadEvidence {
  const { asked, weights, sentences } = readPassages(question, passages, parts);
  const features = sentences.map((sentence) => sentence.features);
  const scores = parts.model.scoreSentences(features);
  const probability = parts.model.chanceOfAnswer(features, scores);
  const ranked = sentences
    .map((sentence, i) => ({ ...sentence, probability: chanceOf(scores[i] ?? 0) }))
    .sort((a, b) => b.probability - a.probability);
  const { answered, possible } = parts.thresholds;
  const isStated =
    probability >= answered &&
    holdsForm(asked.question, ranked[0]) &&
    isSpokenOf(asked, weights.telling, ranked[0]) &&
    namesAreSpokenOf(asked, ranked[0]);
  const outcome = isStated ? 'answered' : probability >= possible ? 'possible' : 'not-found';
  return { asked, weights: weights.telling, ranked, probability, outcome };
}

/** Whether a sentence holds anything of the form asked for: no sum of money, no price. */
function holdsForm({ expects }: ReadQuestion, best: RankedSentence | undefined): boolean {
  if (!MEASURED.has(expects)) return true;
  return best?.answers.some(({ fit }) => fit >= FITS) ?? false;
}

/** Strength, with the article read along, below which a word is not spoken of. */
const UNSPOKEN = 0.3;
/** Share of what is asked about that an article may leave out beside the noun asked for. */
const MAX_LEFT_OUT = 0.25;

/**
 * Whether the article of the best sentence speaks of the noun asked for, or of nearly all else:
 * which ceasefire agreement was signed is not told where there is neither agreement nor signature.
 */
function isSpokenOf(
  { question: { focus }, words }: AskedQuestion,
  weights: readonly number[],
  best: RankedSentence | undefined,
): boolean {
  if (focus === null || best === undefined) return true;
  const isSpoken = words.map((_, i) => (best.around[i] ?? 0) >= UNSPOKEN);
  const isAsked = words.map(({ token }) => focus.includes(token.normal));
  if (!isAsked.includes(true) || isAsked.some((asked, i) => asked && isSpoken[i])) return true;
  const leftOut = weights.reduce((sum, weight, i) => (isSpoken[i] ? sum : sum + weight), 0);
  return leftOut < MAX_LEFT_OUT;
}

/** Whether the article of the best sentence speaks of every name asked about: what another did is no answer. */
function namesAreSpokenOf({ words, names }: AskedQuestion, best: RankedSentence | undefined) {
  if (best === undefined) return true;
  return names.every((_, name) => {
    const own = words.flatMap((word, i) => (word.name === name ? [best.around[i] ?? 0] : []));
    return own.length === 0 || own.some((strength) => strength >= UNSPOKEN);
  });
}

/** Holds a question against the sentences of its passages. */
export function readPassages(
  question: ReadQuestion,
  passages: readonly Passage[],
  parts: ReaderParts,
): UnjudgedEvidence {
  const asked = readAskedQuestion(question, parts);
  const align = createWordAligner(asked.words, question.language, parts);
  const matchOf = createSentenceMatcher(asked, align, parts.conceptStems);
  const articles = gatherSentences(passages, parts.sentencesOf, parts.titleOf);
  const contexts = articles.flatMap((article) => contextsOf(article, asked, matchOf));
  const weights = weighWords(asked, contexts);
  const features = readSentenceFeatures(
    asked,
    contexts.map(({ context }) => context),
    weights,
  );
  const sentences = contexts.flatMap(({ context, article }, i) => {
    const own = features[i];
    if (own === undefined) return [];
    const { match, rank, around, answers } = context;
    const { sentence, strengths } = match;
    const anchors = () => anchorsOf(match);
    return [{ article, sentence, rank, strengths, around, answers, anchors, features: own }];
  });
  return { asked, weights, sentences };
}

function anchorsOf({ places, strengths, tokenAt }: SentenceMatch): Anchor[] {
  return Array.from(places).flatMap((place, word) => {
    const token = tokenAt(place);
    const strength = strengths[word] ?? 0;
    return token === undefined ? [] : [{ start: token.start, end: token.end, word, strength }];
  });
}

function contextsOf(
  { article, title, sentences, read }: GatheredArticle,
  asked: AskedQuestion,
  matchOf: (sentence: Sentence) => SentenceMatch,
) {
  const isNews = newsTo(asked);
  const all = sentences.map(matchOf);
  const titles = title.map(matchOf);
  const inTitle = new Float32Array(asked.words.length);
  for (const { strengths } of titles) raise(inTitle, strengths);
  const inArticle = inTitle.slice();
  for (const { strengths } of all) raise(inArticle, strengths);
  const namesInArticle = new Float32Array(asked.names.length);
  for (const { names } of titles) raise(namesInArticle, names);
  for (const { names } of all) raise(namesInArticle, names);
  const answersOf = (match: SentenceMatch): FittingAnswer[] =>
    findFittingAnswers(match.sentence, asked.question)
      .filter((words) => isNews(words, match))
      .map((words) => (isOfAskedNoun(words, match, asked) ? { ...words, fit: 1 } : words))
      .map((words) => ({ ...words, nearness: nearnessOf(words, match, asked) }))
      .sort((a, b) => b.fit * (0.4 + b.nearness) - a.fit * (0.4 + a.nearness));
  const rareInArticle = weighRarity(
    asked,
    all.map(({ strengths }) => strengths),
  );
  const answers = new Map<number, readonly FittingAnswer[]>();
  const answersAt = (index: number) => {
    const match = all[index];
    const found = answers.get(index) ?? (match === undefined ? [] : answersOf(match));
    answers.set(index, found);
    return found;
  };
  return read.flatMap(({ sentence, rank, score }) => {
    const match = all[sentence.index];
    if (match === undefined) return [];
    const before = all[sentence.index - 1] ?? null;
    const twoBefore = all[sentence.index - 2] ?? null;
    const after = all[sentence.index + 1] ?? null;
    const surroundings = { before, twoBefore, after, title: inTitle, inArticle };
    const context: SentenceInContext = {
      before,
      twoBefore,
      after,
      title: inTitle,
      inArticle,
      match,
      namesInArticle,
      around: readAround(asked, match, surroundings),
      answers: answersAt(sentence.index),
      answersBefore: answersAt(sentence.index - 1),
      origin: article.copyOf ?? article.id,
      publishedAt: article.publishedAt,
      titleText: article.title,
      sentencesInArticle: sentences.length,
      rank,
      score,
      rareInArticle,
    };
    return [{ context, article }];
  });
}

/** Takes over every value that is above the one there. */
function raise(values: Float32Array, others: Float32Array): void {
  for (let i = 0; i < values.length; i++) {
    const other = others[i] as number;
    if (other > (values[i] as number)) values[i] = other;
  }
}

const MEASURED: ReadonlySet<AnswerType> = new Set([
  'date',
  'duration',
  'count',
  'quantity',
  'money',
  'percentage',
  'ordinal',
]);

const WORDED: ReadonlySet<AnswerType> = new Set([
  'person',
  'identity',
  'role',
  'place',
  'venue',
  'name',
  'phrase',
  'enumeration',
]);

/** What the question says itself is no answer to it. */
function newsTo({ question: { text, expects }, names }: AskedQuestion) {
  const folded = foldText(text);
  const isWorded = WORDED.has(expects);
  const own = new Set(names.map((name) => foldText(name.text)));
  const digits = new Set(text.match(/\d+(?:\.\d+)?/gu) ?? []);
  return (words: TypedWords, match: SentenceMatch) =>
    isWorded
      ? !folded.includes(words.key) && !own.has(words.key) && !isAskedItself(words, match)
      : !digits.has(words.key) && !(expects === 'date' && folded.includes(foldText(words.text)));
}

/** Strength from which a word is the one asked about: `Shanghai Spirit` is what 上海精神 asks about. */
const THE_SAME = 0.8;

/** Whether all of some words are words of the question, in whatever language. */
function isAskedItself(words: Span, { places, strengths, sentence, tokenAt }: SentenceMatch) {
  const asked = new Set(
    Array.from(places, (place, i) =>
      (strengths[i] ?? 0) >= THE_SAME ? tokenAt(place)?.start : undefined,
    ),
  );
  const own = sentence.tokens.filter((token) => !token.stop && isWithin(token, words));
  return own.length > 0 && own.every(({ start }) => asked.has(start));
}

/** How far behind a number what it counts may begin, in UTF-16 units. */
const REACH_OF_NUMBER = 8;

/** Whether a number stands right before a word for what is counted, in whatever language. */
function isOfAskedNoun(
  words: Span,
  { places, strengths, tokenAt, sentence }: SentenceMatch,
  { question: { expects, focus }, words: askedWords }: AskedQuestion,
): boolean {
  if (focus === null || (expects !== 'count' && expects !== 'quantity')) return false;
  return askedWords.some(({ token }, i) => {
    const noun = tokenAt(places[i] ?? -1);
    if (noun === undefined || (strengths[i] ?? 0) < FOUND || !focus.includes(token.normal))
      return false;
    if (noun.end <= words.end || noun.start > words.end + REACH_OF_NUMBER) return false;
    return sentence.text.slice(words.end, noun.start).search(SEPARATOR) === -1;
  });
}

/** UTF-16 units at which closeness has halved. */
const HALF_DISTANCE = 15;
const SEPARATOR = /[、，,；;。]/gu;
/** How far apart a clause mark puts two words. */
const SEPARATION = 8;

/** How close words stand to what is asked about, from 0 to 1. */
function nearnessOf(
  words: { readonly start: number; readonly end: number },
  { places, strengths, tokenAt, sentence }: SentenceMatch,
  asked: AskedQuestion,
): number {
  let near = 0;
  let total = 0;
  for (let i = 0; i < asked.words.length; i++) {
    const { weight } = asked.words[i] as AskedWord;
    total += weight;
    const token = tokenAt(places[i] ?? -1);
    if (token === undefined || (strengths[i] ?? 0) < FOUND) continue;
    const [left, right] = words.start <= token.start ? [words, token] : [token, words];
    const between = right.start <= left.end ? '' : sentence.text.slice(left.end, right.start);
    const distance = between.length + SEPARATION * (between.match(SEPARATOR)?.length ?? 0);
    near += (weight * (strengths[i] ?? 0)) / (1 + distance / HALF_DISTANCE);
  }
  return total === 0 ? 0 : near / total;
}

/** Weights of words by how few of these sentences speak of each, adding up to 1. */
function weighRarity(
  { words }: AskedQuestion,
  sentences: readonly Float32Array[],
): readonly number[] {
  const most = Math.log((sentences.length + 1) / 0.5);
  return share(
    words.map(({ weight }, i) => {
      const holding = sentences.reduce((sum, strengths) => sum + (strengths[i] ?? 0), 0);
      return weight * Math.max(0.02, Math.log((sentences.length + 1) / (holding + 0.5)) / most);
    }),
  );
}

function weighWords(
  asked: AskedQuestion,
  contexts: readonly { readonly context: SentenceInContext }[],
): WordWeights {
  const { words } = asked;
  return {
    telling: share(words.map(({ weight }) => weight)),
    rareHere: weighRarity(
      asked,
      contexts.map(({ context }) => context.match.strengths),
    ),
    nearAsking: share(words.map(({ weight, nearAsking }) => weight * nearAsking)),
  };
}

function share(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return weights.map((weight) => weight / total);
}
