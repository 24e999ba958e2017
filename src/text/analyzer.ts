import type { Language } from '../core/article.ts';
import type { FieldedTerms } from '../core/search-index.ts';
import { type ConceptGroup, createConceptGrouping, type GroupConcepts } from './concept-groups.ts';
import { createSimplifier } from './simplify.ts';
import {
  type AddTerm,
  createTermRules,
  TERM_RULES,
  type TermRule,
  type TermRuleName,
  type TermRuleParts,
} from './term-rules.ts';
import type { TextAnalyzer, Token } from './text-analyzer.ts';
import { createTokenizer, type Tokenizer } from './tokenize.ts';
import { findOccurrences, type WordOccurrence } from './word-occurrences.ts';

/** Part of the fingerprint: raise it when a change of code changes the terms. */
const RULES_VERSION = 3;

export interface TextAnalyzerParts extends TermRuleParts {
  /** Identifies the segmenter's dictionaries. */
  readonly dictionaryFingerprint: string;
  /** Rules to leave out, for measuring what each is worth. */
  readonly without?: readonly TermRuleName[] | undefined;
}

class BilingualTextAnalyzer implements TextAnalyzer {
  readonly fingerprint: string;
  readonly #tokenizer: Tokenizer;
  readonly #groupConcepts: GroupConcepts;
  readonly #rules: readonly TermRule[];

  constructor(parts: TextAnalyzerParts) {
    const { jieba, lexicon, names, dictionaryFingerprint, without = [] } = parts;
    const rules = createTermRules(parts);
    this.#tokenizer = createTokenizer(jieba, createSimplifier());
    this.#groupConcepts = createConceptGrouping(lexicon);
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
    return this.#tokenizer.plain(text);
  }

  tokens(text: string): readonly Token[] {
    return this.#tokenizer.tokenize(text).tokens;
  }

  occurrences(text: string, words: readonly Token[]): readonly WordOccurrence[] {
    const { fold, letterWords } = this.#tokenizer;
    return findOccurrences(fold(text), words, letterWords);
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
      plain: this.#tokenizer.plain(text),
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
