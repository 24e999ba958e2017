import type { Jieba } from '@node-rs/jieba';
import { remember } from '../../core/memoize.ts';
import type { AddTerm } from '../../core/search-index.ts';
import type { SentenceToken } from '../../core/sentence.ts';
import { isStopWord } from '../morphology/stop-words.ts';
import { numeralTerm, scaledTerm } from '../numbers/number-terms.ts';

/** What a rule finds terms in: a sentence that was read, or the text of a question. */
export interface TermSource {
  readonly tokens: readonly SentenceToken[];
  /** A term for each date, as `dateTerms` writes them. */
  readonly dateTerms: () => Iterable<string>;
  /** The keys of each name; see `NameAnalyzer.nameKeys`. */
  readonly nameKeys: () => Iterable<readonly [key: string, count: number]>;
}

/** One way in which a text becomes terms. Rules add up; each stands without the others. */
export type TermRule = (source: TermSource, add: AddTerm) => void;

/** What a character bigram counts beside a word of the dictionary, which counts one. */
const BIGRAM_WEIGHT = 0.5;

/** Names of the rules, for switching them off one by one. */
export const TERM_RULES = [
  'words',
  'searchWords',
  'bigrams',
  'numbers',
  'dates',
  'concepts',
  'names',
] as const;
export type TermRuleName = (typeof TERM_RULES)[number];

/** Words that a rule keeps its answers for, which is most of those that news is written in. */
const MOST_KEPT = 50_000;

/** Words as the tokenizer cuts them; English ones as stems. */
const wordTerms: TermRule = ({ tokens }, add) => {
  for (const { normal, stop } of tokens) if (!stop) add('words', normal, 1);
};

/** Shorter dictionary words inside Chinese ones, as jieba's search mode gives them. */
function searchWordTerms(jieba: Jieba): TermRule {
  const partsOf = remember(
    (word) => jieba.cutForSearch(word, false).filter((part) => part !== word && !isStopWord(part)),
    MOST_KEPT,
  );
  return ({ tokens }, add) => {
    for (const { kind, normal } of tokens) {
      if (kind !== 'han' || normal.length < 3) continue;
      for (const part of partsOf(normal)) add('words', part, 1);
    }
  };
}

/** Pairs of neighbouring Chinese characters: a match where the segmenter cut differently. */
const bigramTerms: TermRule = ({ tokens }, add) => {
  for (const [place, { kind, normal, start }] of tokens.entries()) {
    if (kind !== 'han') continue;
    const before = tokens[place - 1];
    const isJoined = before?.kind === 'han' && before.end === start;
    const run = isJoined ? before.normal.slice(-1) + normal : normal;
    for (let i = 0; i + 2 <= run.length; i++) add('words', run.slice(i, i + 2), BIGRAM_WEIGHT);
  }
};

/** Numbers in one normal form, whatever they are written with: 两千四百, `1.2亿`, `3 million`. */
function numberTerms(): TermRule {
  const numeralOf = remember(numeralTerm, MOST_KEPT);
  return ({ tokens }, add) => {
    for (const [i, { kind, normal, text }] of tokens.entries()) {
      const value =
        kind === 'han' ? numeralOf(normal) : scaledTerm(text, tokens[i + 1]?.normal ?? '');
      if (value === null) continue;
      add('words', value, 1);
      if (kind !== 'han') add('concepts', value, 1);
    }
  };
}

/** Dates in one normal form. */
const dateRule: TermRule = ({ dateTerms }, add) => {
  for (const term of dateTerms()) {
    add('words', term, 1);
    add('concepts', term, 1);
  }
};

/** The English stems that both languages meet in. */
const conceptTerms: TermRule = ({ tokens }, add) => {
  for (const { concepts } of tokens) {
    for (const { stem, weight } of concepts) add('concepts', stem, weight);
  }
};

/** Keys that a name has in both scripts. */
const nameTerms: TermRule = ({ nameKeys }, add) => {
  for (const [key, count] of nameKeys()) add('names', key, count);
};

/** @param jieba cuts long words into the shorter ones in them */
export function createTermRules(jieba: Jieba): Readonly<Record<TermRuleName, TermRule>> {
  return {
    words: wordTerms,
    searchWords: searchWordTerms(jieba),
    bigrams: bigramTerms,
    numbers: numberTerms(),
    dates: dateRule,
    concepts: conceptTerms,
    names: nameTerms,
  };
}
