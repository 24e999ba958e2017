import type { Sentence } from '../../core/sentence.ts';
import type { AnswerType } from '../../question/question-form.ts';
import type { AskedQuestion, AskedWord } from './asked-question.ts';
import type { FittingAnswer } from './read-evidence.ts';
import { FOUND, type SentenceMatch } from './sentence-match.ts';

/** What the reader judges a sentence by, in the order of the fitted model. */
export const FEATURE_NAMES = [
  // What of the question it speaks of, weighted by how telling the words are.
  'coverage',
  'coverageByForm',
  'coverageByMeaning',
  'coverageByUse',
  'coverageRareHere',
  'coverageOfWords',
  'coverageOfNumbers',
  'heaviest',
  'second',
  'third',
  'heaviestWord',
  'pairs',
  'longestRun',
  'closeness',
  'inOrder',
  'density',
  'namesFound',
  'namesMissing',
  // With its surroundings.
  'before',
  'twoBefore',
  'after',
  'title',
  'inArticle',
  'around',
  'aroundRareHere',
  'namesAround',
  'heaviestMissing',
  'missingNearby',
  'heaviestMissingNearby',
  'namesMissingNearby',
  'leastOfThree',
  'heaviestMissingInArticle',
  'namesMissingInArticle',
  'wordsMissing',
  // In none of the passages.
  'missingAnywhere',
  'heaviestMissingAnywhere',
  'coverageSquared',
  'aroundSquared',
  'gain',
  // Form of the answer.
  'fit',
  'nearness',
  'answers',
  'agreement',
  'beforeFits',
  'afterFits',
  'lacksForm',
  'formNearby',
  'typedNearness',
  'numberFits',
  'personFits',
  'placeFits',
  'dateFits',
  'reasonFits',
  'remarkFits',
  'isDefinition',
  'definesAsked',
  'speaker',
  'speaks',
  'quotation',
  'days',
  'year',
  'novelty',
  'length',
  'asks',
  'isNegated',
  // What it is to its article and the search.
  'isProse',
  'place',
  'isFirst',
  'sentences',
  'rank',
  'score',
  'isInside',
  // Beside the best sentence of the passages.
  'coverageToBest',
  'aroundToBest',
  'rareToBest',
  'pairsToBest',
  'nearnessToBest',
  'placeByCoverage',
  'articleToBest',
  // The question.
  'askedWords',
  'askedNames',
  'askedIn',
  'isAcross',
  'asksPerson',
  'asksPlace',
  'asksDate',
  'asksNumber',
  'asksName',
  'asksReason',
  'asksRemark',
  'asksStatement',
  'asksPolarity',
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
  readonly answersAfter: readonly FittingAnswer[];
  /** Id of the article, or of the one that it reprints. */
  readonly origin: string;
  readonly publishedAt: string | null;
  readonly titleText: string;
  readonly sentencesInArticle: number;
  readonly rank: number;
  readonly score: number;
  readonly isInside: boolean;
}

/** Weights of a question's words, each list adding up to 1. */
export interface WordWeights {
  readonly telling: readonly number[];
  /** The same times how seldom the sentences at hand speak of a word. */
  readonly rareHere: readonly number[];
}

/** Types of answer that show in a sentence without understanding it. */
const HAS_FORM: ReadonlySet<AnswerType> = new Set([
  'person',
  'place',
  'venue',
  'date',
  'duration',
  'count',
  'quantity',
  'money',
  'percentage',
  'ordinal',
  'name',
  'phrase',
  'enumeration',
  'reason',
  'remark',
]);

const DEFINES = {
  zh: /^[”"』」》]?\s*(?:是|为|系|指|即|——|，(?:是|即|指|又称|简称)|[（(])/u,
  en: /^["'”]?\s*(?:is|are|was|were|means|refers to|—|–|, (?:a|an|the|which|who)\b|\()/iu,
} as const;
const ASKS = /[？?]\s*["”’」』）)]*\s*$/u;
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

/** Strength, with the surroundings read along, below which a word is not spoken of. */
const AT_ALL = 0.3;

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
  const { telling, rareHere } = weights;
  const coverages = contexts.map(({ match }) => weighted(telling, match.strengths));
  const arounds = contexts.map(({ around }) => weighted(telling, around));
  const rares = contexts.map(({ match }) => weighted(rareHere, match.strengths));
  const nearnesses = contexts.map(({ answers }) => bestOf(answers, nearnessOf));
  const articles = contexts.map(({ inArticle }) => weighted(telling, inArticle));
  const pairs = contexts.map(({ match }) => match.pairs());
  const most = {
    coverage: Math.max(1e-6, ...coverages),
    around: Math.max(1e-6, ...arounds),
    rare: Math.max(1e-6, ...rares),
    pairs: Math.max(1e-6, ...pairs),
    nearness: Math.max(1e-6, ...nearnesses),
    article: Math.max(1e-6, ...articles),
  };
  const ordered = [...coverages].sort((a, b) => b - a);
  const votes = countVotes(contexts, arounds);
  const order = telling.map((_, i) => i).sort((a, b) => (telling[b] ?? 0) - (telling[a] ?? 0));
  const [first = -1, second = -1, third = -1] = order;
  const heaviestWord = order.find((i) => (asked.words[i]?.name ?? -1) < 0) ?? -1;
  const words = only(telling, (i) => (asked.words[i]?.name ?? -1) < 0 && !asked.words[i]?.isNumber);
  const numbers = only(telling, (i) => asked.words[i]?.isNumber === true);
  const anywhere = Float32Array.from(telling, (_, i) =>
    Math.max(0, ...contexts.map(({ inArticle }) => inArticle[i] ?? 0)),
  );
  const missingAnywhere = 1 - weighted(telling, anywhere);
  const heaviestMissingAnywhere = heaviestMissing(telling, anywhere);
  const question = questionFeatures(asked);
  const isTyped = HAS_FORM.has(asked.question.expects);

  return contexts.map((context, s): SentenceFeatures => {
    const { match, before, twoBefore, after, title, inArticle, around, answers } = context;
    const { sentence, strengths } = match;
    const coverage = coverages[s] ?? 0;
    const titled = weighted(telling, title);
    const missing = heaviestMissing(telling, around);
    const nearby = readNearby(context);
    const fit = bestOf(answers, ({ fit: own }) => own);
    const fitsAround = Math.max(
      fit,
      bestOf(context.answersBefore, ({ fit: own }) => own),
      bestOf(context.answersAfter, ({ fit: own }) => own),
    );
    const fitsIf = (asks: number) => asks * fit;
    const isDefinition = defines(match, asked) ? 1 : 0;
    return {
      coverage,
      coverageByForm: weighted(telling, match.byForm),
      coverageByMeaning: weighted(telling, match.byMeaning),
      coverageByUse: weighted(telling, match.byUse),
      coverageRareHere: rares[s] ?? 0,
      coverageOfWords: words === null ? -1 : weighted(words, strengths),
      coverageOfNumbers: numbers === null ? -1 : weighted(numbers, strengths),
      heaviest: first < 0 ? -1 : (strengths[first] ?? 0),
      second: second < 0 ? -1 : (strengths[second] ?? 0),
      third: third < 0 ? -1 : (strengths[third] ?? 0),
      heaviestWord: heaviestWord < 0 ? -1 : (strengths[heaviestWord] ?? 0),
      pairs: pairs[s] ?? 0,
      longestRun: longestRun(match) / Math.max(1, asked.words.length),
      closeness: closenessOf(match, telling),
      inOrder: inOrder(match),
      density: match.density,
      namesFound: asked.names.length === 0 ? -1 : mean(match.names),
      namesMissing: match.names.filter((found) => found < FOUND).length,
      before: before === null ? -1 : weighted(telling, before.strengths),
      twoBefore: twoBefore === null ? -1 : weighted(telling, twoBefore.strengths),
      after: after === null ? -1 : weighted(telling, after.strengths),
      title: context.titleText === '' ? -1 : titled,
      inArticle: articles[s] ?? 0,
      around: arounds[s] ?? 0,
      aroundRareHere: weighted(rareHere, around),
      namesAround: asked.names.length === 0 ? -1 : mean(context.namesInArticle),
      heaviestMissing: missing,
      missingNearby: 1 - weighted(rareHere, nearby),
      heaviestMissingNearby: heaviestMissing(telling, nearby),
      namesMissingNearby: namesMissing(asked, nearby),
      leastOfThree: Math.min(...[first, second, third].map((i) => (i < 0 ? 1 : (nearby[i] ?? 0)))),
      heaviestMissingInArticle: heaviestMissing(telling, inArticle),
      namesMissingInArticle: namesMissing(asked, inArticle),
      wordsMissing: words === null ? 0 : missingShare(words, around),
      missingAnywhere,
      heaviestMissingAnywhere,
      coverageSquared: coverage * coverage,
      aroundSquared: (arounds[s] ?? 0) ** 2,
      gain: gainOf(telling, strengths, before, title),
      fit,
      nearness: nearnesses[s] ?? 0,
      answers: Math.min(5, answers.length),
      agreement: bestOf(answers, (answer) => agreementOf(answer, context, votes)),
      beforeFits: bestOf(context.answersBefore, ({ fit }) => fit),
      afterFits: bestOf(context.answersAfter, ({ fit: own }) => own),
      lacksForm: isTyped ? 1 - fit : 0,
      formNearby: isTyped ? fitsAround : 0.5,
      typedNearness: isTyped ? (nearnesses[s] ?? 0) : 0.3,
      numberFits: fitsIf(question.asksNumber),
      personFits: fitsIf(question.asksPerson),
      placeFits: fitsIf(question.asksPlace),
      dateFits: fitsIf(question.asksDate),
      reasonFits: fitsIf(question.asksReason),
      remarkFits: fitsIf(question.asksRemark),
      isDefinition,
      definesAsked:
        asked.question.expects === 'definition' || asked.question.expects === 'identity'
          ? isDefinition
          : 0,
      speaker: speakerAgrees(match, asked),
      speaks: sentence.attribution === null ? 0 : 1,
      quotation: sentence.quotations.length > 0 ? 1 : 0,
      days: agreementOfDays(context, asked),
      year: yearFit(context, asked),
      novelty: Math.log1p(match.length * (1 - match.density)),
      length: Math.log1p(match.length),
      asks: ASKS.test(sentence.text) ? 1 : 0,
      isNegated: sentence.negations.length > 0 ? 1 : 0,
      isProse: sentence.role === 'prose' ? 1 : 0,
      isFirst: sentence.index === 0 ? 1 : 0,
      place: sentence.index / Math.max(1, context.sentencesInArticle - 1),
      sentences: Math.log1p(context.sentencesInArticle),
      rank: Math.log1p(context.rank),
      score: context.score,
      isInside: context.isInside ? 1 : 0,
      coverageToBest: coverage / most.coverage,
      aroundToBest: (arounds[s] ?? 0) / most.around,
      rareToBest: (rares[s] ?? 0) / most.rare,
      pairsToBest: (pairs[s] ?? 0) / most.pairs,
      nearnessToBest: (nearnesses[s] ?? 0) / most.nearness,
      placeByCoverage: Math.log1p(ordered.indexOf(coverage)),
      articleToBest: weighted(telling, inArticle) / most.article,
      isAcross: sentence.language === asked.question.language ? 0 : 1,
      // One by one: a spread with so many more properties to come is grown a few at a time.
      askedWords: question.askedWords,
      askedNames: question.askedNames,
      askedIn: question.askedIn,
      asksPerson: question.asksPerson,
      asksPlace: question.asksPlace,
      asksDate: question.asksDate,
      asksNumber: question.asksNumber,
      asksName: question.asksName,
      asksReason: question.asksReason,
      asksRemark: question.asksRemark,
      asksStatement: question.asksStatement,
      asksPolarity: question.asksPolarity,
      asksMany: question.asksMany,
    };
  });
}

type QuestionFeatures = Pick<
  SentenceFeatures,
  | 'askedWords'
  | 'askedNames'
  | 'askedIn'
  | Exclude<Extract<FeatureName, `asks${Capitalize<string>}`>, 'asks'>
>;

function questionFeatures({ words, names, question }: AskedQuestion): QuestionFeatures {
  const is = (...types: readonly string[]) => (types.includes(question.expects) ? 1 : 0);
  return {
    askedWords: Math.min(12, words.length),
    askedNames: Math.min(4, names.length),
    askedIn: question.language === 'zh' ? 1 : 0,
    asksPerson: is('person', 'identity', 'role'),
    asksPlace: is('place', 'venue'),
    asksDate: is('date'),
    asksNumber: is('count', 'quantity', 'money', 'percentage', 'duration', 'ordinal'),
    asksName: is('name', 'phrase', 'enumeration'),
    asksReason: is('reason'),
    asksRemark: is('remark'),
    asksStatement: is('statement', 'definition'),
    asksPolarity: is('polarity'),
    asksMany: question.many ? 1 : 0,
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

const nearnessOf = ({ fit, nearness }: FittingAnswer) => fit * nearness;

/** Words of the question that stand in a row, in its order, with nothing of content between them. */
function longestRun({ places, strengths }: SentenceMatch): number {
  let longest = 0;
  let run = 0;
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? -1;
    if (place < 0 || (strengths[i] ?? 0) < FOUND) run = 0;
    else {
      const last = i === 0 ? -9 : (places[i - 1] ?? -9);
      run = run > 0 && (place === last || place === last + 1) ? run + 1 : 1;
    }
    longest = Math.max(longest, run);
  }
  return longest;
}

/** How close to the middle of them the words found stand, by weight; 1 where they are neighbours. */
function closenessOf({ places, strengths }: SentenceMatch, telling: readonly number[]): number {
  let total = 0;
  let centre = 0;
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? -1;
    if (place < 0 || (strengths[i] ?? 0) < FOUND) continue;
    const weight = telling[i] ?? 0;
    total += weight;
    centre += weight * place;
  }
  if (total === 0) return 0;
  centre /= total;
  let close = 0;
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? -1;
    if (place < 0 || (strengths[i] ?? 0) < FOUND) continue;
    close += (telling[i] ?? 0) / (1 + Math.abs(place - centre) / 4);
  }
  return close;
}

/** Share of neighbouring words found that stand in the question's order. */
function inOrder({ places, strengths }: SentenceMatch): number {
  const found = Array.from(places).filter((place, i) => place >= 0 && (strengths[i] ?? 0) >= FOUND);
  if (found.length < 2) return 0;
  let ordered = 0;
  for (let i = 1; i < found.length; i++) if ((found[i] ?? 0) >= (found[i - 1] ?? 0)) ordered++;
  return ordered / (found.length - 1);
}

/** Strengths in the sentence, its neighbours and the title, without the rest of the article. */
function readNearby({ match, before, after, title }: SentenceInContext): Float32Array {
  return match.strengths.map((own, i) =>
    Math.max(
      own,
      0.9 * (before?.strengths[i] ?? 0),
      0.8 * (after?.strengths[i] ?? 0),
      0.9 * (title[i] ?? 0),
    ),
  );
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

/** Weight of the words that are not found. */
function missingShare(weights: readonly number[], strengths: Float32Array): number {
  return weights.reduce((sum, own, i) => ((strengths[i] ?? 0) < AT_ALL ? sum + own : sum), 0);
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
