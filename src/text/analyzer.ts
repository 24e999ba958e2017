import type { Language } from '../core/article.ts';
import type { FieldedTerms } from '../core/search-index.ts';
import { type ConceptGroup, createConceptGrouping, type GroupConcepts } from './concept-groups.ts';
import type { Lexicon } from './lexicon.ts';
import {
  type AddTerm,
  createTermRules,
  TERM_RULES,
  type TermRule,
  type TermRuleParts,
} from './term-rules.ts';
import type { TextAnalyzer, Token } from './text-analyzer.ts';
import type { TextRuleName } from './text-rules.ts';
import { createTokenizer, type Tokenizer } from './tokenize.ts';
import { createWordForms, type WordForms } from './word-forms.ts';
import { findOccurrences, type WordOccurrence } from './word-occurrences.ts';

/** Part of the fingerprint: raise it when a change of code changes the terms. */
const RULES_VERSION = 2;

export interface TextAnalyzerParts extends Omit<TermRuleParts, 'groupConcepts'> {
  readonly lexicon: Lexicon;
  /** Identifies the segmenter's dictionaries. */
  readonly dictionaryFingerprint: string;
  /** Rules to leave out, for measuring what each is worth. */
  readonly without?: readonly TextRuleName[] | undefined;
}

class BilingualTextAnalyzer implements TextAnalyzer {
  readonly fingerprint: string;
  readonly #forms: WordForms;
  readonly #tokenizer: Tokenizer;
  readonly #groupConcepts: GroupConcepts;
  readonly #rules: readonly TermRule[];

  constructor(parts: TextAnalyzerParts) {
    const { jieba, lexicon, names, dictionaryFingerprint, without = [] } = parts;
    this.#forms = createWordForms(without);
    this.#tokenizer = createTokenizer(jieba, this.#forms);
    this.#groupConcepts = createConceptGrouping(lexicon, this.#forms, {
      takesWordsApart: !without.includes('wordParts'),
    });
    const rules = createTermRules({ jieba, names, groupConcepts: this.#groupConcepts });
    this.#rules = TERM_RULES.filter((name) => !without.includes(name)).map((name) => rules[name]);
    this.fingerprint = [
      RULES_VERSION,
      dictionaryFingerprint,
      lexicon.fingerprint,
      names.fingerprint,
      ...without,
    ].join(' ');
  }

  plain(text: string): string {
    return this.#forms.plain(text);
  }

  tokens(text: string): readonly Token[] {
    return this.#tokenizer.tokenize(text).tokens;
  }

  occurrences(text: string, words: readonly Token[]): readonly WordOccurrence[] {
    return findOccurrences(this.#forms.fold(text), words, this.#tokenizer.letterWords);
  }

  conceptGroups(text: string): readonly ConceptGroup[] {
    return this.#groupConcepts(this.#tokenizer.tokenize(text).tokens);
  }

  analyzeText(text: string, language: Language): FieldedTerms {
    return this.#analyze(text, language, null);
  }

  analyzePassage(passage: Parameters<TextAnalyzer['analyzePassage']>[0]): FieldedTerms {
    const { text, title, language, publishedAt } = passage;
    const heading = this.#analyze(title, language, publishedAt);
    // Chinese words and English stems never coincide, so one field serves questions in both.
    return {
      ...this.#analyze(text, language, publishedAt),
      title: new Map([...heading.concepts, ...heading.words]),
    };
  }

  #analyze(text: string, language: Language, publishedAt: string | null): FieldedTerms {
    const fields = {
      title: new Map<string, number>(),
      words: new Map<string, number>(),
      concepts: new Map<string, number>(),
      names: new Map<string, number>(),
    };
    const add: AddTerm = (field, term, count) => {
      fields[field].set(term, (fields[field].get(term) ?? 0) + count);
    };
    const source = {
      ...this.#tokenizer.tokenize(text),
      plain: this.#forms.plain(text),
      language,
      publishedAt,
    };
    for (const rule of this.#rules) rule(source, add);
    return fields;
  }
}

/** The analysis of both languages over an opened segmenter and dictionary. */
export function createTextAnalyzer(parts: TextAnalyzerParts): TextAnalyzer {
  return new BilingualTextAnalyzer(parts);
}
