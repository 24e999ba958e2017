import type { Jieba } from '@node-rs/jieba';
import type { Language } from '../../core/article.ts';
import { type AddTerm, byField, type FieldedTerms } from '../../core/search-index.ts';
import type { Sentence, SentenceToken } from '../../core/sentence.ts';
import { dateTerms, mentionTerms } from '../dates/date-terms.ts';
import {
  type ConceptGroup,
  createStemsOfWords,
  groupConcepts,
} from '../dictionary/concept-groups.ts';
import type { Lexicon } from '../dictionary/lexicon.ts';
import { createWordForms, type WordForms } from '../morphology/word-forms.ts';
import type { NameAnalyzer } from '../names/names.ts';
import { createTokenizer, type Tokenizer } from '../segment/tokenize.ts';
import { findOccurrences, type WordOccurrence } from '../segment/word-occurrences.ts';
import { createTermRules, type TermRule, type TermSource, type TermWord } from './term-rules.ts';
import type { TextAnalyzer, Token } from './text-analyzer.ts';

/** Part of the fingerprint: raise it when a change of code changes the terms. */
const RULES_VERSION = 4;

export interface TextAnalyzerParts {
  readonly jieba: Jieba;
  readonly names: NameAnalyzer;
  readonly lexicon: Lexicon;
  /** Identifies the segmenter's dictionaries. */
  readonly dictionaryFingerprint: string;
}

class BilingualTextAnalyzer implements TextAnalyzer {
  readonly fingerprint: string;
  readonly #forms: WordForms;
  readonly #tokenizer: Tokenizer;
  readonly #names: NameAnalyzer;
  readonly #rules: readonly TermRule[];

  constructor(parts: TextAnalyzerParts) {
    const { jieba, lexicon, names, dictionaryFingerprint } = parts;
    this.#names = names;
    this.#forms = createWordForms();
    const stemsOf = createStemsOfWords(lexicon, this.#forms);
    this.#tokenizer = createTokenizer(jieba, this.#forms, stemsOf);
    this.#rules = createTermRules(jieba);
    this.fingerprint = [
      RULES_VERSION,
      dictionaryFingerprint,
      lexicon.fingerprint,
      names.fingerprint,
    ].join(' ');
  }

  plain(text: string): string {
    return this.#forms.plain(text);
  }

  tokens(text: string): readonly Token[] {
    return this.#tokenizer.tokenize(text).tokens;
  }

  words(text: string): readonly SentenceToken[] {
    return this.#tokenizer.tokenize(text).tokens;
  }

  occurrences(text: string, words: readonly Token[]): readonly WordOccurrence[] {
    return findOccurrences(this.#forms.fold(text), words, this.#tokenizer.letterWords);
  }

  conceptGroups(text: string): readonly ConceptGroup[] {
    return groupConcepts(this.words(text));
  }

  analyzeText(text: string, language: Language): FieldedTerms {
    const { fold, plain } = this.#forms;
    const fields = byField(() => new Map<string, number>());
    const add: AddTerm = (field, term, count) => {
      fields[field].set(term, (fields[field].get(term) ?? 0) + count);
    };
    const tokens = this.words(text);
    for (const token of tokens) this.forEachWordTerm(token, add);
    this.#addTextTerms(
      {
        tokens,
        dateTerms: () => dateTerms(fold(text), null),
        nameKeys: () => this.#names.nameKeys(plain(text), language),
      },
      add,
    );
    return fields;
  }

  forEachWordTerm(word: TermWord, add: AddTerm): void {
    for (const { ofWord } of this.#rules) ofWord?.(word, add);
  }

  forEachTextTerm(sentence: Pick<Sentence, 'tokens' | 'dates' | 'names'>, add: AddTerm): void {
    const { tokens, dates, names } = sentence;
    const { fold } = this.#forms;
    const source: TermSource = {
      tokens,
      dateTerms: () => dates.flatMap((date) => mentionTerms(date, fold(date.expression))),
      nameKeys: () => names.flatMap(({ keys }) => keys.map((key) => [key, 1] as const)),
    };
    this.#addTextTerms(source, add);
  }

  #addTextTerms(source: TermSource, add: AddTerm): void {
    for (const { ofText } of this.#rules) ofText?.(source, add);
  }
}

/** The analysis of both languages over an opened segmenter and dictionary. */
export function createTextAnalyzer(parts: TextAnalyzerParts): TextAnalyzer {
  return new BilingualTextAnalyzer(parts);
}
