import type { Sentence } from '../../core/sentence.ts';
import type { AnswerType } from '../../question/question-form.ts';
import type { AskedQuestion, AskedWord } from './asked-question.ts';
import type { FittingAnswer } from './read-evidence.ts';
import { FOUND, type SentenceMatch } from './sentence-match.ts';

/** What the reader judges a sentence by, in the order of the fitted model. */
export const FEATURE_NAMES = [
  // What of the question it speaks of, weighted by how telling the words are.
  'coverageByForm',
  'coverageByMeaning',
  'coverageOfWords',
  'heaviestWord',
  'nearAskingRare',
  'rareInArticleToBest',
  'inOrder',
  'density',
  'namesFound',
  'gain',
  // With its surroundings.
  'twoBefore',
  'after',
  'inArticle',
  'around',
  'aroundRareHere',
  'nearAskingAround',
  'namesAround',
  'heaviestMissing',
  'namesMissingInArticle',
  // In none of the passages.
  'missingAnywhere',
  // Form of the answer.
  'answers',
  'agreement',
  'lacksForm',
  'followsTopic',
  'typedNearness',
  'nearnessToBest',
  'numberFits',
  'dateFits',
  'listedIfMany',
  'definesAsked',
  'speaker',
  'days',
  'year',
  // What it is to its article and the search.
  'isProse',
  'isFirst',
  'sentences',
  'rank',
  'score',
  'isAcross',
  // The question.
  'askedWords',
  'asksForm',
  'asksDate',
  'asksNumber',
  'asksReason',
  'asksMany',
] as const;

export type FeatureName = (typeof FEATURE_NAMES)[number];
export type SentenceFeatures = Readonly<Record<FeatureName, number>>;

/** A sentence with its surroundings matched, before it is compared with the others. */
export interface SentenceInContext {
  readonly match: SentenceMatch;
  readonly before: SentenceMatch | null;
  readonly twoBefore: SentenceMatch | null;
  readonly after: SentenceMatch | null;
  readonly title: Float32Array;
  readonly inArticle: Float32Array;
  readonly namesInArticle: Float32Array;
  /** See `readAround`. */
  readonly around: Float32Array;
  readonly answers: readonly FittingAnswer[];
  readonly answersBefore: readonly FittingAnswer[];
  /** Id of the article, or of the one that it reprints. */
  readonly origin: string;
  readonly publishedAt: string | null;
  readonly titleText: string;
  readonly sentencesInArticle: number;
  readonly rank: number;
  readonly score: number;
  /** Weights of the words by how few sentences of the article speak of each, adding up to 1. */
  readonly rareInArticle: readonly number[];
}

/** Weights of a question's words, each list adding up to 1. */
export interface WordWeights {
  readonly telling: readonly number[];
  /** The same times how seldom the sentences at hand speak of a word. */
  readonly rareHere: readonly number[];
  /** The same times how near a word stands to the words that ask. */
  readonly nearAsking: readonly number[];
}

const COUNTED: ReadonlySet<AnswerType> = new Set([
  'count',
  'quantity',
  'money',
  'percentage',
  'duration',
  'ordinal',
]);
/** Types of answer that are words of some form: a name, a day, a number. */
const FORMED: ReadonlySet<AnswerType> = new Set([
  ...COUNTED,
  'date',
  'person',
  'identity',
  'role',
  'place',
  'venue',
  'name',
  'phrase',
  'enumeration',
]);
/** Types of answer that show in a sentence without understanding it. */
const HAS_FORM: ReadonlySet<AnswerType> = new Set([
  ...[...FORMED].filter((type) => type !== 'identity' && type !== 'role'),
  'reason',
  'remark',
]);

const DEFINES = {
  zh: /^[”"』」》]?\s*(?:是|为|系|指|即|——|，(?:是|即|指|又称|简称)|[（(])/u,
  en: /^["'”]?\s*(?:is|are|was|were|means|refers to|—|–|, (?:a|an|the|which|who)\b|\()/iu,
} as const;
/** What stands between the members of a list: 、, 》《 and commas before a name or a quotation. */
const LISTING = /、|[”》」][“《「]|, (?:and )?(?=[\p{Lu}“"])/gu;
const ANY_YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/u;

/** How much of a word's strength carries over from where it stands into the sentence. */
const REACH = {
  before: 0.75,
  twoBefore: 0.6,
  after: 0.5,
  title: 0.75,
  article: 0.5,
  nameInArticle: 0.65,
} as const;

/** Strengths when the neighbours, the title and the rest of the article are read along. */
export function readAround(
  asked: AskedQuestion,
  match: SentenceMatch,
  io: Pick<SentenceInContext, 'before' | 'twoBefore' | 'after' | 'title' | 'inArticle'>,
): Float32Array {
  const { before, twoBefore, after, title, inArticle } = io;
  return match.strengths.map((own, i) => {
    const reach = (asked.words[i] as AskedWord).name >= 0 ? REACH.nameInArticle : REACH.article;
    return Math.max(
      own,
      REACH.before * (before?.strengths[i] ?? 0),
      REACH.twoBefore * (twoBefore?.strengths[i] ?? 0),
      REACH.after * (after?.strengths[i] ?? 0),
      REACH.title * (title[i] as number),
      reach * (inArticle[i] as number),
    );
  });
}

/** The features of every sentence of one question, in order. */
export function readSentenceFeatures(
  asked: AskedQuestion,
  contexts: readonly SentenceInContext[],
  weights: WordWeights,
): SentenceFeatures[] {
  const { telling, rareHere, nearAsking } = weights;
  const arounds = contexts.map(({ around }) => weighted(telling, around));
  const nearnesses = contexts.map(({ answers }) => bestOf(answers, nearnessOf));
  const rareInArticles = contexts.map(({ match, rareInArticle }) =>
    weighted(rareInArticle, match.strengths),
  );
  const most = {
    nearness: Math.max(1e-6, ...nearnesses),
    rareInArticle: Math.max(1e-6, ...rareInArticles),
  };
  const votes = countVotes(contexts, arounds);
  const isWord = telling.map((_, i) => (asked.words[i]?.name ?? -1) < 0);
  const heaviestWord = telling.reduce(
    (best, own, i) => (isWord[i] && (best < 0 || own > (telling[best] ?? 0)) ? i : best),
    -1,
  );
  const words = only(telling, (i) => isWord[i] === true && !asked.words[i]?.isNumber);
  const anywhere = Float32Array.from(telling, (_, i) =>
    Math.max(0, ...contexts.map(({ inArticle }) => inArticle[i] ?? 0)),
  );
  const missingAnywhere = 1 - weighted(telling, anywhere);
  const question = questionFeatures(asked);
  const isTyped = HAS_FORM.has(asked.question.expects);
  const isDefined =
    asked.question.expects === 'definition' || asked.question.expects === 'identity';

  return contexts.map((context, s): SentenceFeatures => {
    const { match, before, twoBefore, after, title, inArticle, around, answers } = context;
    const { sentence, strengths } = match;
    const fit = bestOf(answers, fitOf);
    const covers = (one: SentenceMatch | null) =>
      one === null ? -1 : weighted(telling, one.strengths);
    return {
      coverageByForm: weighted(telling, match.byForm),
      coverageByMeaning: weighted(telling, match.byMeaning),
      coverageOfWords: words === null ? -1 : weighted(words, strengths),
      heaviestWord: heaviestWord < 0 ? -1 : (strengths[heaviestWord] ?? 0),
      nearAskingRare: nearAskingRare(asked, context),
      rareInArticleToBest: (rareInArticles[s] ?? 0) / most.rareInArticle,
      inOrder: inOrder(match),
      density: match.density,
      namesFound: asked.names.length === 0 ? -1 : mean(match.names),
      gain: gainOf(telling, strengths, before, title),
      twoBefore: covers(twoBefore),
      after: covers(after),
      inArticle: weighted(telling, inArticle),
      around: arounds[s] ?? 0,
      aroundRareHere: weighted(rareHere, around),
      nearAskingAround: weighted(nearAsking, around),
      namesAround: asked.names.length === 0 ? -1 : mean(context.namesInArticle),
      heaviestMissing: heaviestMissing(telling, around),
      namesMissingInArticle: namesMissing(asked, inArticle),
      missingAnywhere,
      answers: Math.min(5, answers.length),
      agreement: bestOf(answers, (answer) => agreementOf(answer, context, votes)),
      lacksForm: isTyped ? 1 - fit : 0,
      followsTopic: isTyped
        ? Math.max(0, covers(before)) * fit * (1 - bestOf(context.answersBefore, fitOf))
        : 0,
      typedNearness: isTyped ? (nearnesses[s] ?? 0) : 0.3,
      nearnessToBest: (nearnesses[s] ?? 0) / most.nearness,
      numberFits: question.asksNumber * fit,
      dateFits: question.asksDate * fit,
      listedIfMany: question.asksMany * Math.log1p(sentence.text.match(LISTING)?.length ?? 0),
      definesAsked: isDefined && defines(match, asked) ? 1 : 0,
      speaker: speakerAgrees(match, asked),
      days: agreementOfDays(context, asked),
      year: yearFit(context, asked),
      isProse: sentence.role === 'prose' ? 1 : 0,
      isFirst: sentence.index === 0 ? 1 : 0,
      sentences: Math.log1p(context.sentencesInArticle),
      rank: Math.log1p(context.rank),
      score: context.score,
      isAcross: sentence.language === asked.question.language ? 0 : 1,
      ...question,
    };
  });
}

type QuestionFeatures = Pick<
  SentenceFeatures,
  'askedWords' | 'asksForm' | 'asksDate' | 'asksNumber' | 'asksReason' | 'asksMany'
>;

function questionFeatures({ words, question }: AskedQuestion): QuestionFeatures {
  const { expects, many } = question;
  return {
    askedWords: Math.min(12, words.length),
    asksForm: FORMED.has(expects) ? 1 : 0,
    asksDate: expects === 'date' ? 1 : 0,
    asksNumber: COUNTED.has(expects) ? 1 : 0,
    asksReason: expects === 'reason' ? 1 : 0,
    asksMany: many ? 1 : 0,
  };
}

/** Sum of weights times strengths. */
export function weighted(weights: readonly number[], strengths: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += (weights[i] ?? 0) * (strengths[i] ?? 0);
  return sum;
}

/** The weights of some words, made to add up to 1; null where there are none. */
function only(weights: readonly number[], holds: (i: number) => boolean): number[] | null {
  const kept = weights.map((weight, i) => (holds(i) ? weight : 0));
  const total = kept.reduce((sum, weight) => sum + weight, 0);
  return total === 0 ? null : kept.map((weight) => weight / total);
}

function mean(values: Float32Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function bestOf(
  answers: readonly FittingAnswer[],
  value: (answer: FittingAnswer) => number,
): number {
  let best = 0;
  for (const answer of answers) best = Math.max(best, value(answer));
  return best;
}

const fitOf = ({ fit }: FittingAnswer) => fit;
const nearnessOf = ({ fit, nearness }: FittingAnswer) => fit * nearness;

/** Share of neighbouring words found that stand in the question's order. */
function inOrder({ places, strengths }: SentenceMatch): number {
  const found = Array.from(places).filter((place, i) => place >= 0 && (strengths[i] ?? 0) >= FOUND);
  if (found.length < 2) return 0;
  let ordered = 0;
  for (let i = 1; i < found.length; i++) if ((found[i] ?? 0) >= (found[i - 1] ?? 0)) ordered++;
  return ordered / (found.length - 1);
}

/** Share of the words of names that are not found. */
function namesMissing({ words }: AskedQuestion, strengths: Float32Array): number {
  let named = 0;
  let missing = 0;
  for (let i = 0; i < words.length; i++) {
    if ((words[i] as AskedWord).name < 0) continue;
    named++;
    missing += 1 - (strengths[i] as number);
  }
  return named === 0 ? 0 : missing / named;
}

function heaviestMissing(telling: readonly number[], around: Float32Array): number {
  let most = 0;
  for (let i = 0; i < telling.length; i++) {
    most = Math.max(most, (telling[i] ?? 0) * (1 - (around[i] ?? 0)));
  }
  return most;
}

/** What it says of the question that neither the title nor the sentence before it says. */
function gainOf(
  telling: readonly number[],
  strengths: Float32Array,
  before: SentenceMatch | null,
  title: Float32Array,
): number {
  let gain = 0;
  for (let i = 0; i < telling.length; i++) {
    const had = Math.max(before?.strengths[i] ?? 0, title[i] ?? 0);
    gain += (telling[i] ?? 0) * Math.max(0, (strengths[i] ?? 0) - had);
  }
  return gain;
}

/** What it says near the asking words, weighted by how seldom its article does elsewhere. */
function nearAskingRare(
  { words }: AskedQuestion,
  { rareInArticle, match }: SentenceInContext,
): number {
  return rareInArticle.reduce(
    (sum, own, i) => sum + own * (words[i]?.nearAsking ?? 0) * (match.strengths[i] ?? 0),
    0,
  );
}

type Votes = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** For each answer's key, how fully each article's sentence with it speaks of the question. */
function countVotes(contexts: readonly SentenceInContext[], arounds: readonly number[]): Votes {
  const votes = new Map<string, Map<string, number>>();
  for (const [s, context] of contexts.entries()) {
    for (const { key, fit, nearness } of context.answers) {
      const byArticle = votes.get(key) ?? new Map<string, number>();
      const vote = fit * (0.4 + nearness) * (arounds[s] ?? 0) ** 3;
      const { origin } = context;
      byArticle.set(origin, Math.max(byArticle.get(origin) ?? 0, vote));
      votes.set(key, byArticle);
    }
  }
  return votes;
}

function agreementOf(answer: FittingAnswer, context: SentenceInContext, votes: Votes): number {
  let agreement = 0;
  for (const [origin, vote] of votes.get(answer.key) ?? []) {
    if (origin !== context.origin) agreement += vote;
  }
  return Math.log1p(agreement) * answer.fit;
}

/** Whether what stands right behind the last word asked about says what it is. */
function defines({ places, strengths, tokenAt, sentence }: SentenceMatch, asked: AskedQuestion) {
  if (asked.words.length > 4) return false;
  const last = asked.words.findLastIndex((_, i) => (strengths[i] ?? 0) >= FOUND);
  const token = tokenAt(places[last] ?? -1);
  if (token === undefined) return false;
  return DEFINES[sentence.language].test(sentence.text.slice(token.end));
}

/** 1 where a name asked about speaks, 0 where another speaks, -1 where nobody does. */
function speakerAgrees(
  { sentence, tokenAt, places, strengths }: SentenceMatch,
  asked: AskedQuestion,
) {
  const speaker = sentence.attribution?.speaker ?? null;
  if (speaker === null) return -1;
  return asked.words.some((_, i) => {
    const token = tokenAt(places[i] ?? -1);
    return (
      (strengths[i] ?? 0) >= FOUND &&
      token !== undefined &&
      token.start < speaker.end &&
      speaker.start < token.end
    );
  })
    ? 1
    : 0;
}

/** 1 where a day asked for is in the sentence, .6 where it was published then, -1 where another is. */
function agreementOfDays(context: SentenceInContext, asked: AskedQuestion): number {
  if (asked.dates.length === 0) return 0;
  const { sentence } = context.match;
  let best = sentence.dates.some(({ granularity, from }) => granularity === 'day' && from !== null)
    ? -1
    : -0.3;
  for (const sought of asked.dates) {
    const { from, to, open } = sought;
    const part = open === null ? 0 : open === 'year' ? 5 : 8;
    const falls = (date: { from: string | null; to: string | null; granularity: string }) =>
      date.granularity !== 'year' &&
      date.from !== null &&
      date.to !== null &&
      date.from.slice(part) <= to.slice(part) &&
      date.to.slice(part) >= from.slice(part);
    if (sentence.dates.some(falls)) return 1;
    if (context.before?.sentence.dates.some(falls)) best = Math.max(best, 0.5);
    const day = context.publishedAt?.slice(0, 10);
    if (day !== undefined && falls({ from: day, to: day, granularity: 'day' })) {
      best = Math.max(best, 0.6);
    }
  }
  return best;
}

function yearFit(
  { match, before, titleText, publishedAt }: SentenceInContext,
  asked: AskedQuestion,
) {
  const { years } = asked;
  if (years.length === 0) return 0.5;
  const holds = (text: string | undefined) => years.every((year) => text?.includes(year));
  const { sentence } = match;
  const resolved = (one: Sentence) =>
    years.every((year) => one.dates.some(({ from }) => from?.startsWith(year)));
  if (holds(sentence.text) || resolved(sentence)) return 1;
  const isNear =
    holds(before?.sentence.text) ||
    holds(titleText) ||
    years.includes(publishedAt?.slice(0, 4) ?? '');
  const namesAnother = ANY_YEAR.test(sentence.text);
  if (isNear) return namesAnother ? 0.2 : 0.7;
  return namesAnother ? -1 : 0;
}
