import type { FoundName } from '../../core/sentence.ts';
import type { Lexicon } from '../../language/dictionary/lexicon.ts';
import { abbreviatedRegions } from '../../language/names/region-abbreviations.ts';
import { isSaid } from './align-words.ts';
import { bearersOf } from './bearers.ts';
import { type CheckFailure, moreSevere } from './flaw.ts';
import type { QuotedWords } from './quoted-words.ts';
import type { Reading } from './reading.ts';
import { occursInside } from './verbatim.ts';
import { SAYS_SAME } from './word-nearness.ts';

/** Words that mean somebody named before; 其 not in 尤其, 其中 and the like. */
const PRONOUN =
  /[他她]|(?<![尤极与])其(?![中他实次余间])|该(?:国|组织|公司|机构)|本人|前者|后者|\b(?:he|she|they|his|her|their|it|its|the (?:minister|president|official|company|group|organi[sz]ation))\b/iu;

const WHERE = /(?:[在于赴]|抵达|前往|访问)$/u;

/**
 * Every name of a sentence must be in the cited words, in either script. A name that only the title
 * or the text before them holds is enough where they say 他 or "she", and half enough otherwise.
 */
export function checkNames(reading: Reading, lexicon: Lexicon): CheckFailure | null {
  let flaw: CheckFailure | null = foreignAbbreviation(reading);
  for (const name of namesOf(reading, lexicon)) {
    const naming = reading.quotes.filter(
      (quote) => isNamed(name, reading, quote) || isTranslated(name, reading, quote),
    );
    if (naming.some((quote) => speaksOf(name, reading, quote))) continue;
    const isElsewhere = naming.length > 0;
    const holders = reading.quotes.filter((quote) => isInContext(name, reading, quote));
    if (holders.some(({ words }) => PRONOUN.test(words.text))) continue;
    if (isHomeOfBearer(name, reading) || isUncontested(name, holders, reading)) continue;
    if (isAuthor(name, reading)) continue;
    flaw = moreSevere(flaw, {
      verdict: holders.length > 0 || isElsewhere ? 'partly' : 'unsupported',
      rule: 'name',
      failed: name.text,
    });
  }
  return flaw;
}

/** Words that may stand between those of a translated name. */
const MAX_BETWEEN = 2;
/** Nearness from which one word alone is the other language's word for a name: European, 欧洲. */
const IS_THE_WORD = 0.9;

/**
 * "Edgartown Great Pond" where 埃德加敦大池塘 stands, in which nobody saw a name, and 东南约 of 东南约445公里, which is none:
 * word for word, side by side.
 */
function isTranslated(
  { start, end }: FoundName,
  { claim, quotes, words }: Reading,
  quote: QuotedWords,
): boolean {
  const own = words.filter(({ token }) => start <= token.start && token.end <= end);
  const isAcross = quote.words.language !== claim.language;
  if (own.length < (isAcross ? 1 : 2)) return false;
  const least = !isAcross ? 1 : own.length === 1 ? IS_THE_WORD : SAYS_SAME;
  const places = own.flatMap(({ partner }) =>
    partner !== null && partner.nearness >= least && quotes[partner.quote] === quote
      ? [partner.index]
      : [],
  );
  return (
    places.length === own.length &&
    Math.max(...places) - Math.min(...places) < own.length + MAX_BETWEEN
  );
}

/** Share of a clause's words that a quote must say to speak of what the clause does. */
const MIN_SHARE = 0.25;
/** Sentences between two quotes of one article that still tell of one thing. */
const MAX_SENTENCES_APART = 2;

/**
 * Whether a quote that holds a name also says something of the clause that the name stands in: a name of another
 * report proves nothing. The sentences beside the quote that says most of the clause count with it.
 */
function speaksOf(name: FoundName, { claim, quotes, words }: Reading, quote: QuotedWords): boolean {
  if (quotes.length === 1) return true;
  const clause = clauseAround(claim.text, name);
  const said = words.filter(
    (word) =>
      !word.isItem &&
      isSaid(word) &&
      clause.start <= word.token.start &&
      word.token.end <= clause.end,
  );
  const weightIn = (place: number) =>
    said
      .filter(({ partner }) => partner?.quote === place)
      .reduce((sum, { weight }) => sum + weight, 0);
  const total = said.reduce((sum, { weight }) => sum + weight, 0);
  if (total < MIN_SHARE || weightIn(quotes.indexOf(quote)) >= MIN_SHARE * total) return true;
  return quotes.some(
    (other, place) =>
      other.article === quote.article &&
      weightIn(place) >= MIN_SHARE * total &&
      Math.abs(other.words.index - quote.words.index) <= MAX_SENTENCES_APART,
  );
}

function clauseAround(text: string, { start, end }: FoundName): { start: number; end: number } {
  const before = text.slice(0, start).search(/[，,。；;：:][^，,。；;：:]*$/u);
  const behind = text.slice(end).search(/[，,。；;：:]/u);
  return { start: before + 1, end: behind < 0 ? text.length : end + behind };
}

/** 中巴 where the quote has 中印. */
function foreignAbbreviation({ words, quotes, names }: Reading): CheckFailure | null {
  const there = new Set(
    quotes.flatMap(({ words: quoted, title, before }) =>
      [quoted, ...title, ...before].flatMap(({ text }) => [...names.regionsOf(text)]),
    ),
  );
  const foreign = words.find(
    (word) =>
      !isSaid(word) &&
      word.token.text.length === 2 &&
      abbreviatedRegions(word.token.text).some((codes) => !codes.some((code) => there.has(code))),
  );
  return foreign === undefined
    ? null
    : { verdict: 'unsupported', rule: 'name', failed: foreign.token.text };
}

/** 巴基斯坦 of a sentence on 阿西夫, whom the article calls 巴基斯坦国防部长. */
function isHomeOfBearer({ text }: FoundName, { claim, quotes, names }: Reading): boolean {
  const country = names.regionsOf(text);
  if (country.size === 0) return false;
  return quotes.some((quote) =>
    bearersOf(quote, names).some(
      ({ name, regions }) =>
        [...regions].some((code) => country.has(code)) &&
        [claim, ...quote.sentences].some((sentence) =>
          sentence.names.some((other) => names.areSame(other, name)),
        ),
    ),
  );
}

/** A country of the title or the text before, where the quote names no other: 中方 of 中国军队. */
function isUncontested(
  { text }: FoundName,
  holders: readonly QuotedWords[],
  { claim, names }: Reading,
): boolean {
  if (names.regionsOf(text).size === 0) return false;
  const said = names.regionsOf(claim.text);
  return holders.some(({ words }) =>
    [...names.regionsOf(words.text)].every((code) => said.has(code)),
  );
}

/** Who speaks in the whole of an article, by its title, where the quote itself has no speaker. */
function isAuthor(name: FoundName, { claim, quotes, names }: Reading): boolean {
  const isSpeaker =
    claim.attribution?.speaker?.start === name.start ||
    /^[\s]*据/u.test(claim.text.slice(0, name.start));
  return quotes.some(
    ({ title, words }) =>
      isSpeaker &&
      words.attribution === null &&
      title.some((sentence) => names.isHeld(name, claim, sentence)),
  );
}

/** What a sentence names, ordinary words left out. */
export function namesOf(
  { claim, names }: Pick<Reading, 'claim' | 'names'>,
  lexicon: Lexicon,
): FoundName[] {
  const found = claim.names.filter((name) => !names.isOrdinary(name, claim));
  return [...found, ...properNouns(claim, found, lexicon)];
}

function isNamed(name: FoundName, { claim, names }: Reading, { words, article }: QuotedWords) {
  const { name: outlet, zh, en } = article.outlet;
  return (
    [outlet, zh, en].some((whole) => occursInside(name.text, whole)) ||
    names.isHeld(name, claim, words)
  );
}

function isInContext(name: FoundName, { claim, names }: Reading, { before, title }: QuotedWords) {
  return [...title, ...before].some((sentence) => names.isHeld(name, claim, sentence));
}

/**
 * Names that no finder named: Chinese words that the dictionary writes with a capital (宝鸡, Bao3
 * ji1), and Latin words in a Chinese sentence.
 */
function properNouns(
  claim: Reading['claim'],
  found: readonly FoundName[],
  lexicon: Lexicon,
): FoundName[] {
  const known = [...claim.names, ...found, ...claim.dates, ...claim.quantities];
  return claim.tokens
    .filter(({ start, end, text, stop }) => {
      if (stop || text.length < 2) return false;
      if (known.some((span) => span.start < end && start < span.end)) return false;
      if (claim.language === 'zh' && /^\p{Script=Latin}+$/u.test(text)) return true;
      const entries = lexicon.lookup(text);
      const isCapital = ({ pinyin }: { readonly pinyin: string }) => /^\p{Lu}/u.test(pinyin);
      // 火星 is a spark as well, but not where something takes place.
      return WHERE.test(claim.text.slice(0, start))
        ? entries.some(isCapital)
        : entries.length > 0 && entries.every(isCapital);
    })
    .map(({ start, end, text }) => ({ start, end, text, kind: 'other' as const }));
}
