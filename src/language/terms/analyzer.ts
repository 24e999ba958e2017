import type { Language } from '../../core/article.ts';
import type { AnalyzedPassage, FieldedTerms, TermFrequencies } from '../../core/search-index.ts';
import type { ConceptStem, SentenceToken } from '../../core/sentence.ts';
import {
  type ConceptGroup,
  createConceptGrouping,
  type GroupConcepts,
} from '../dictionary/concept-groups.ts';
import type { Lexicon } from '../dictionary/lexicon.ts';
import { createWordForms, type WordForms } from '../morphology/word-forms.ts';
import { createTokenizer, type Tokenizer } from '../segment/tokenize.ts';
import { findOccurrences, type WordOccurrence } from '../segment/word-occurrences.ts';
import { wordsBySentence } from '../segment/words-by-sentence.ts';
import {
  type AddTerm,
  createTermRules,
  type TermRule,
  type TermRuleParts,
  type TermSource,
} from './term-rules.ts';
import type { TextAnalyzer, Token } from './text-analyzer.ts';

/** Part of the fingerprint: raise it when a change of code changes the terms. */
const RULES_VERSION = 3;

const NO_STEMS: readonly ConceptStem[] = [];

export interface TextAnalyzerParts extends Omit<TermRuleParts, 'groupConcepts'> {
  readonly lexicon: Lexicon;
  /** Identifies the segmenter's dictionaries. */
  readonly dictionaryFingerprint: string;
}

/** The terms of a title, with what they depend on. */
interface AnalyzedTitle {
  readonly title: string;
  readonly language: Language;
  readonly publishedAt: string | null;
  readonly terms: TermFrequencies;
}

class BilingualTextAnalyzer implements TextAnalyzer {
  readonly fingerprint: string;
  readonly #forms: WordForms;
  readonly #tokenizer: Tokenizer;
  readonly #groupConcepts: GroupConcepts;
  readonly #rules: readonly TermRule[];
  #lastTitle: AnalyzedTitle = { title: '', language: 'en', publishedAt: null, terms: new Map() };

  constructor(parts: TextAnalyzerParts) {
    const { jieba, lexicon, names, dictionaryFingerprint } = parts;
    this.#forms = createWordForms();
    this.#tokenizer = createTokenizer(jieba, this.#forms);
    this.#groupConcepts = createConceptGrouping(lexicon, this.#forms);
    this.#rules = createTermRules({ jieba, names, groupConcepts: this.#groupConcepts });
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
    const { tokens } = this.#tokenizer.tokenize(text);
    const stems = new Map(this.#groupConcepts(tokens).map((group) => [group.token, group.stems]));
    return tokens.map((token) => ({ ...token, concepts: stems.get(token) ?? NO_STEMS }));
  }

  occurrences(text: string, words: readonly Token[]): readonly WordOccurrence[] {
    return findOccurrences(this.#forms.fold(text), words, this.#tokenizer.letterWords);
  }

  conceptGroups(text: string): readonly ConceptGroup[] {
    return this.#groupConcepts(this.#tokenizer.tokenize(text).tokens);
  }

  analyzeText(text: string, language: Language): FieldedTerms {
    return this.#termsOf(this.#read(text, language, null));
  }

  analyzePassage(passage: Parameters<TextAnalyzer['analyzePassage']>[0]): AnalyzedPassage {
    const { text, title, language, publishedAt } = passage;
    const source = this.#read(text, language, publishedAt);
    return {
      terms: {
        ...this.#termsOf(source),
        title: this.#titleTerms(title, language, publishedAt),
      },
      sentences: wordsBySentence(text, source.tokens),
    };
  }

  /** The chunks of an article come one after the other, and its title with each of them. */
  #titleTerms(title: string, language: Language, publishedAt: string | null): TermFrequencies {
    const last = this.#lastTitle;
    if (last.title === title && last.language === language && last.publishedAt === publishedAt) {
      return last.terms;
    }
    const { words, concepts } = this.#termsOf(this.#read(title, language, publishedAt));
    // Chinese words and English stems never coincide, so one field serves questions in both.
    const terms = new Map([...concepts, ...words]);
    this.#lastTitle = { title, language, publishedAt, terms };
    return terms;
  }

  #read(text: string, language: Language, publishedAt: string | null): TermSource {
    return {
      ...this.#tokenizer.tokenize(text),
      plain: this.#forms.plain(text),
      language,
      publishedAt,
    };
  }

  #termsOf(source: TermSource): FieldedTerms {
    const fields = {
      title: new Map<string, number>(),
      words: new Map<string, number>(),
      concepts: new Map<string, number>(),
      names: new Map<string, number>(),
    };
    const add: AddTerm = (field, term, count) => {
      fields[field].set(term, (fields[field].get(term) ?? 0) + count);
    };
    for (const rule of this.#rules) rule(source, add);
    return fields;
  }
}

/** The analysis of both languages over an opened segmenter and dictionary. */
export function createTextAnalyzer(parts: TextAnalyzerParts): TextAnalyzer {
  return new BilingualTextAnalyzer(parts);
}
