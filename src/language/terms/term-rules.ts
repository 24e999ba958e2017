import type { Jieba } from '@node-rs/jieba';
import { memoize } from '../../core/memoize.ts';
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

/** A word without its place. */
export type TermWord = Pick<SentenceToken, 'normal' | 'stop' | 'kind' | 'concepts'>;

/** One way in which a text becomes terms. Rules add up; each stands without the others. */
export interface TermRule {
  /** Terms that a word has wherever it stands. */
  readonly ofWord?: (word: TermWord, add: AddTerm) => void;
  /** Terms that take more than a single word. */
  readonly ofText?: (source: TermSource, add: AddTerm) => void;
}

/** What a character bigram counts beside a word of the dictionary, which counts one. */
const BIGRAM_WEIGHT = 0.5;

/** Words that a rule keeps its answers for, which is most of those that news is written in. */
const CACHE_SIZE = 20_000;

/** Words as the tokenizer cuts them; English ones as stems. */
const wordTerms: TermRule = {
  ofWord({ normal, stop }, add) {
    if (!stop) add('words', normal, 1);
  },
};

/** Shorter dictionary words inside Chinese ones, as jieba's search mode gives them. */
function searchWordTerms(jieba: Jieba): TermRule {
  const partsOf = memoize(
    (word) => jieba.cutForSearch(word, false).filter((part) => part !== word && !isStopWord(part)),
    CACHE_SIZE,
  );
  return {
    ofWord({ kind, normal }, add) {
      if (kind !== 'han' || normal.length < 3) return;
      for (const part of partsOf(normal)) add('words', part, 1);
    },
  };
}

/** Pairs of neighbouring Chinese characters: a match where the segmenter cut differently. */
const bigramTerms: TermRule = {
  ofWord({ kind, normal }, add) {
    if (kind !== 'han') return;
    for (let i = 0; i + 2 <= normal.length; i++) {
      add('words', normal.slice(i, i + 2), BIGRAM_WEIGHT);
    }
  },
  ofText({ tokens }, add) {
    let before: SentenceToken | undefined;
    for (const token of tokens) {
      const isJoined = before?.end === token.start && before.kind === 'han' && token.kind === 'han';
      if (isJoined && before !== undefined) {
        add('words', before.normal.slice(-1) + token.normal.slice(0, 1), BIGRAM_WEIGHT);
      }
      before = token;
    }
  },
};

/** Numbers in one normal form, whatever they are written with: 两千四百, `1.2亿`, `3 million`. */
function numberTerms(): TermRule {
  const numeralOf = memoize(numeralTerm, CACHE_SIZE);
  return {
    ofWord({ kind, normal }, add) {
      const value = kind === 'han' ? numeralOf(normal) : null;
      if (value !== null) add('words', value, 1);
    },
    ofText({ tokens }, add) {
      for (const [i, { kind, text }] of tokens.entries()) {
        const value = kind === 'han' ? null : scaledTerm(text, tokens[i + 1]?.normal ?? '');
        if (value === null) continue;
        add('words', value, 1);
        add('concepts', value, 1);
      }
    },
  };
}

/** Dates in one normal form. */
const dateTermRule: TermRule = {
  ofText({ dateTerms }, add) {
    for (const term of dateTerms()) {
      add('words', term, 1);
      add('concepts', term, 1);
    }
  },
};

/** The English stems that both languages meet in. */
const conceptTerms: TermRule = {
  ofWord({ concepts }, add) {
    for (const { stem, weight } of concepts) add('concepts', stem, weight);
  },
};

/** Keys that a name has in both scripts. */
const nameTerms: TermRule = {
  ofText({ nameKeys }, add) {
    for (const [key, count] of nameKeys()) add('names', key, count);
  },
};

/** @param jieba cuts long words into the shorter ones in them */
export function createTermRules(jieba: Jieba): readonly TermRule[] {
  return [
    wordTerms,
    searchWordTerms(jieba),
    bigramTerms,
    numberTerms(),
    dateTermRule,
    conceptTerms,
    nameTerms,
  ];
}
