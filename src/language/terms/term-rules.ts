import type { Jieba } from '@node-rs/jieba';
import type { Language } from '../../core/article.ts';
import { remember } from '../../core/memoize.ts';
import type { KeywordField } from '../../core/search-index.ts';
import { dateTerms } from '../dates/date-terms.ts';
import type { GroupConcepts } from '../dictionary/concept-groups.ts';
import { isStopWord } from '../morphology/stop-words.ts';
import type { NameAnalyzer } from '../names/names.ts';
import { numeralTerm, scaledTerm } from '../numbers/number-terms.ts';
import type { TokenizedText } from '../segment/tokenize.ts';

/** What a rule finds terms in. */
export interface TermSource extends TokenizedText {
  /** As written, but half-width and Simplified. */
  readonly plain: string;
  readonly language: Language;
  readonly publishedAt: string | null;
}

export type AddTerm = (field: Exclude<KeywordField, 'title'>, term: string, count: number) => void;

/** One way in which a text becomes terms. Rules add up; each stands without the others. */
export type TermRule = (source: TermSource, add: AddTerm) => void;

/** What a character bigram counts beside a word of the dictionary, which counts one. */
const BIGRAM_WEIGHT = 0.5;

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
const bigramTerms: TermRule = ({ runs }, add) => {
  for (const { kind, text } of runs) {
    if (kind !== 'han') continue;
    for (let i = 0; i + 2 <= text.length; i++) add('words', text.slice(i, i + 2), BIGRAM_WEIGHT);
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
const dateTermRule: TermRule = ({ folded, publishedAt }, add) => {
  for (const term of dateTerms(folded, publishedAt)) {
    add('words', term, 1);
    add('concepts', term, 1);
  }
};

/** The English stems that both languages meet in. */
function conceptTerms(groupConcepts: GroupConcepts): TermRule {
  return ({ tokens }, add) => {
    for (const { stems } of groupConcepts(tokens)) {
      for (const { stem, weight } of stems) add('concepts', stem, weight);
    }
  };
}

/** Keys that a name has in both scripts. */
function nameTerms(names: NameAnalyzer): TermRule {
  return ({ plain, language }, add) => {
    for (const [key, count] of names.nameKeys(plain, language)) add('names', key, count);
  };
}

/** What the rules look words up in. */
export interface TermRuleParts {
  readonly jieba: Jieba;
  readonly names: NameAnalyzer;
  readonly groupConcepts: GroupConcepts;
}

export function createTermRules({
  jieba,
  names,
  groupConcepts,
}: TermRuleParts): readonly TermRule[] {
  return [
    wordTerms,
    searchWordTerms(jieba),
    bigramTerms,
    numberTerms(),
    dateTermRule,
    conceptTerms(groupConcepts),
    nameTerms(names),
  ];
}
