import type { SentenceSupport } from '../../core/answer.ts';
import type { Article, Language } from '../../core/article.ts';
import type {
  Annotator,
  Sentence,
  SentenceName,
  SentencesOf,
  SentenceToken,
} from '../../core/sentence.ts';
import type { Evidence, SentenceChecker } from '../../core/sentence-checker.ts';
import { detectLanguage } from '../../language/characters/language.ts';
import type { Lexicon } from '../../language/dictionary/lexicon.ts';
import type { Thesaurus } from '../../language/dictionary/thesaurus.ts';
import { createNameEquivalence, type NameEquivalence } from '../../language/names/equivalence.ts';
import type { NameAnalyzer } from '../../language/names/names.ts';
import type { TextAnalyzer } from '../../language/terms/text-analyzer.ts';
import type { TermRarity } from '../term-rarity.ts';
import type { WordSimilarity } from '../word-similarity.ts';
import { type AlignedWord, alignWords, isSaid } from './align-words.ts';
import { checkBindings } from './check-bindings.ts';
import { checkDates } from './check-dates.ts';
import { checkNames } from './check-names.ts';
import { checkNegation } from './check-negation.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkParts } from './check-parts.ts';
import { checkQuotations } from './check-quotations.ts';
import { checkRelations } from './check-relations.ts';
import { checkAsserted, checkScope } from './check-scope.ts';
import { type CheckFailure, moreSevere } from './flaw.ts';
import { withoutFrames } from './frames.ts';
import { checkOpposites } from './opposites.ts';
import { createQuoteReader, type QuotedWords } from './quoted-words.ts';
import type { Reading } from './reading.ts';
import { type SupportFeatures, supportFeatures } from './support-features.ts';
import { type Finding, type RuleId, verdictOf } from './support-model.ts';
import { explainFlaw, explainSupport } from './support-reason.ts';
import { occursVerbatim } from './verbatim.ts';
import { createWordNearness } from './word-nearness.ts';

export interface SentenceCheckerDeps {
  readonly analyzer: Pick<TextAnalyzer, 'plain'>;
  readonly annotator: Pick<Annotator, 'annotate'>;
  readonly sentencesOf: SentencesOf;
  /** A title, annotated like a body. */
  readonly titleOf: SentencesOf;
  readonly names: NameAnalyzer;
  readonly lexicon: Lexicon;
  readonly thesaurus: Thesaurus;
  /** How much a content word counts for coverage; absent means all count the same. */
  readonly rarity?: TermRarity | undefined;
  /** Nearness of words across languages; absent means only the dictionary tells. */
  readonly similarity?: WordSimilarity | undefined;
}

/** What the rules look for; those that are vetoes let no sentence pass. */
const RULES: readonly (readonly [
  RuleId,
  (
    reading: Reading,
    deps: Pick<SentenceCheckerDeps, 'lexicon' | 'thesaurus'>,
  ) => CheckFailure | null,
])[] = [
  ['quotation', checkQuotations],
  ['number', checkNumbers],
  ['date', checkDates],
  ['name', (reading, { lexicon }) => checkNames(reading, lexicon)],
  ['negation', checkNegation],
  ['opposite', (reading, { thesaurus }) => checkOpposites(reading, thesaurus)],
  ['bearer', checkRelations],
  ['binding', checkBindings],
  ['scope', checkScope],
  ['open', checkAsserted],
  ['part', checkParts],
];

const MARKERS = /\s?[[［【]\^?\d+(?:\s?[,，、]\s?\d+)*[\]］】]/gu;
const MARKUP = /\s?[[［【]\^?\d+(?:\s?[,，、]\s?\d+)*[\]］】]|\*\*|__|^\s*(?:[-*•]|\d+\.)\s+/gu;

/** A checker that also hands out what it read, for the choice of quotes and for fitting. */
export interface SentenceReader extends SentenceChecker {
  /** A sentence as it is compared: without markup, in Simplified characters, annotated. */
  readClaim(sentence: string, reference: string | null): Sentence;
  read(claim: Sentence, evidence: readonly Evidence[]): Reading;
  /** What the rules find wrong with a sentence, and the features that decide where they find nothing. */
  judge(reading: Reading): {
    readonly findings: readonly Finding[];
    readonly features: SupportFeatures;
  };
  /** Sentences of an article as they are compared: in Simplified characters, on the same offsets. */
  readonly sentencesOf: SentencesOf;
  /** What a sentence holds of a claim, without a verdict. */
  align(claim: Sentence, sentences: readonly Sentence[]): readonly AlignedWord[];
  readonly names: NameEquivalence;
}

/**
 * A sentence is `supported` when it stands in the cited words verbatim (rule `quoted`), or when no rule finds
 * a flaw in its quotations, numbers, dates, names, negations, scope and relations, and the quotes say enough of
 * its other words.
 */
export function createSentenceChecker(deps: SentenceCheckerDeps): SentenceReader {
  const { analyzer, annotator, rarity = () => 1, similarity = () => 0 } = deps;
  const sentencesOf = inSimplified(deps);
  const readQuote = createQuoteReader({ ...deps, sentencesOf });
  const names = createNameEquivalence(deps);
  const near = createWordNearness({ ...deps, similarity });
  const isThing = createThings(deps);
  const align = (claim: Sentence, sentences: readonly Sentence[]) =>
    alignWords(claim, sentences, near, rarity);

  const reader: SentenceReader = {
    align,
    names,
    sentencesOf,
    readClaim(sentence, reference) {
      const text = analyzer.plain(
        withoutGlosses(withoutFrames(sentence.replace(MARKERS, '')).replace(MARKUP, '').trim()),
      );
      const language = detectLanguage(text);
      return asOne(annotator.annotate({ text, language, reference }), text, language);
    },
    read(claim, evidence) {
      const quotes = evidence.map(readQuote);
      const named = withoutOrdinary(withNamesOf(claim, quotes), names);
      return {
        claim: named,
        quotes,
        words: align(
          named,
          quotes.map(({ words }) => words),
        ),
        names,
        near,
        isThing,
      };
    },
    judge(reading) {
      const findings = RULES.flatMap(([id, rule]) => {
        const flaw = rule(reading, deps);
        return flaw === null ? [] : [{ ...flaw, id }];
      });
      return { findings, features: supportFeatures(reading) };
    },
    check(sentence, evidence, answerLanguage) {
      const flawed = (flaw: CheckFailure): SentenceSupport => ({
        ...flaw,
        reason: explainFlaw(flaw.rule, flaw.verdict, flaw.failed, answerLanguage),
      });
      if (evidence.length === 0 || !evidence.every(isInPlace)) {
        return flawed({ verdict: 'unsupported', rule: 'citation', failed: null });
      }
      const bare = sentence.replace(MARKUP, '').trim();
      const isQuoted = evidence.some(({ article, start, end }) => {
        const quote = article.body.slice(start, end);
        return occursVerbatim(sentence, quote) || occursVerbatim(bare, quote);
      });
      if (isQuoted) return supported('quoted', answerLanguage);
      const dated = evidence.find(({ article }) => article.publishedAt !== null);
      const claim = reader.readClaim(sentence, dated?.article.publishedAt ?? null);
      const reading = reader.read(claim, evidence);
      const { findings, features } = reader.judge(reading);
      const isAcross = !reading.quotes.some(({ words }) => words.language === claim.language);
      const verdict = verdictOf(features, findings, isAcross);
      if (verdict === 'supported') return supported('coverage', answerLanguage);
      const worst = findings.reduce(moreSevere, null) ?? unsaidFlaw(reading);
      return flawed({ ...worst, verdict });
    },
  };
  return reader;
}

function supported(rule: 'quoted' | 'coverage', language: Language): SentenceSupport {
  return { verdict: 'supported', rule, reason: explainSupport(rule, language), failed: null };
}

/** Sentences of an article, those of one in Traditional characters read again in Simplified ones. */
function inSimplified({
  analyzer,
  annotator,
  sentencesOf,
}: Pick<SentenceCheckerDeps, 'analyzer' | 'annotator' | 'sentencesOf'>): SentencesOf {
  const converted = new WeakMap<Article, readonly Sentence[] | null>();
  const convert = ({ body, language, publishedAt, title }: Article) => {
    const plain = analyzer.plain(body);
    const text = body.replace(/\p{Script=Han}/gu, (own, at: number) =>
      plain.slice(at, at + own.length),
    );
    if (text === body) return null;
    return annotator.annotate({ text, language, reference: publishedAt, title });
  };
  return (article) => {
    let sentences = converted.get(article);
    if (sentences === undefined) {
      sentences = article.language === 'zh' ? convert(article) : null;
      converted.set(article, sentences);
    }
    return sentences ?? sentencesOf(article);
  };
}

/** "Singh (辛格)", 马来西亚（Malaysia）: a name given once more in the other script. */
const CHINESE_GLOSS = /(?<=\p{Script=Latin}\s?)[（(]\p{Script=Han}[\p{Script=Han}·\s]{0,20}[)）]/gu;
const LATIN_GLOSS = /(?<=\p{Script=Han})[（(]\p{Script=Latin}[\p{Script=Latin}\s.'’-]{0,40}[)）]/gu;

function withoutGlosses(text: string): string {
  return text.replace(CHINESE_GLOSS, '').replace(LATIN_GLOSS, '');
}

/** A claim with the people of the articles whom no finder saw in it: 王新伟作主旨讲话. */
function withNamesOf(claim: Sentence, quotes: readonly QuotedWords[]): Sentence {
  if (claim.language !== 'zh') return claim;
  const added: SentenceName[] = [];
  const isFree = (start: number, end: number) =>
    ![...claim.names, ...added].some((name) => name.start < end && start < name.end);
  for (const { all } of quotes) {
    for (const name of peopleOf(all)) {
      const start = claim.text.indexOf(name.text);
      const end = start + name.text.length;
      if (start >= 0 && isFree(start, end)) added.push({ ...name, start, end });
    }
  }
  if (added.length === 0) return claim;
  return { ...claim, names: [...claim.names, ...added].sort((a, b) => a.start - b.start) };
}

/** A claim without what its finder took for names: ordinary words are compared like any others. */
function withoutOrdinary(claim: Sentence, names: NameEquivalence): Sentence {
  return { ...claim, names: claim.names.filter((name) => !names.isOrdinary(name, claim)) };
}

/** Words that name things, of either language: no verbs, and none that are one as often. */
function createThings({
  lexicon,
  thesaurus,
}: Pick<SentenceCheckerDeps, 'lexicon' | 'thesaurus'>): (word: SentenceToken) => boolean {
  return ({ normal, concepts, kind }) => {
    if (kind === 'letters') return thesaurus.isNoun(normal);
    if (kind !== 'han' || normal.length < 2) return false;
    const entries = lexicon.lookup(normal);
    if (entries.length === 0) return true;
    const isVerb = entries.some(({ glosses }) => glosses[0]?.startsWith('to ') ?? false);
    return !isVerb && concepts.some(({ stem, weight }) => weight >= 0.5 && thesaurus.isNoun(stem));
  };
}

const remembered = new WeakMap<readonly Sentence[], readonly SentenceName[]>();

/** Each person of an article once. */
function peopleOf(all: readonly Sentence[]): readonly SentenceName[] {
  const known = remembered.get(all);
  if (known !== undefined) return known;
  const people = new Map<string, SentenceName>();
  for (const name of all.flatMap(({ names }) => names)) {
    if (name.kind === 'person' && name.text.length > 1) people.set(name.text, name);
  }
  const each = [...people.values()];
  remembered.set(all, each);
  return each;
}

/** Whether the quote lies within its article's body. */
function isInPlace({ article, start, end }: Evidence): boolean {
  return start >= 0 && start < end && end <= article.body.length;
}

/** The rarest word that the quotes leave unsaid. */
function unsaidFlaw({ words }: Reading): Omit<CheckFailure, 'verdict'> {
  const worst = words
    .filter((word) => !word.isItem && !isSaid(word))
    .reduce<AlignedWord | null>(
      (rarest, word) => (rarest === null || word.weight > rarest.weight ? word : rarest),
      null,
    );
  return { rule: 'coverage', failed: worst?.token.text ?? null };
}

/** A model's sentence may be cut in two by its own marks; it is judged as one. */
function asOne(sentences: readonly Sentence[], text: string, language: Language): Sentence {
  const [first] = sentences;
  if (first !== undefined && sentences.length === 1) return first;
  const move = <T extends { readonly start: number; readonly end: number }>(
    spans: readonly T[],
    by: number,
  ): T[] => spans.map((span) => ({ ...span, start: span.start + by, end: span.end + by }));
  const layer = <Key extends 'tokens' | 'dates' | 'quantities' | 'names' | 'quotations'>(
    key: Key,
  ) =>
    sentences.flatMap((sentence) =>
      move(sentence[key] as readonly Sentence[Key][number][], sentence.start),
    ) as unknown as Sentence[Key];
  return {
    index: 0,
    start: 0,
    end: text.length,
    text,
    language,
    role: 'prose',
    tokens: layer('tokens'),
    dates: layer('dates'),
    quantities: layer('quantities'),
    names: layer('names'),
    quotations: layer('quotations'),
    negations: sentences.flatMap(({ negations, start }) =>
      negations.map((negation) => ({
        ...negation,
        start: negation.start + start,
        end: negation.end + start,
        scope: { start: negation.scope.start + start, end: negation.scope.end + start },
      })),
    ),
    attribution: first?.start === 0 ? first.attribution : null,
  };
}
