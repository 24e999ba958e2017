import { inverseDocumentFrequency } from '../core/inverse-document-frequency.ts';
import type { RetrievalQuery } from '../core/passage.ts';
import type { ByField, QueryTerm, SearchIndex, TermFrequencies } from '../core/search-index.ts';
import type { TextAnalyzer } from '../language/terms/text-analyzer.ts';
import type { ConceptWord } from './question-words.ts';
import type { WordSettings } from './ranking-settings.ts';

/** What a question is searched by, in each field. */
export type QueryTerms = ByField<readonly QueryTerm[]>;

/**
 * Terms for the stems of one word, weighted so that together they are as rare as the word, not as
 * the rarest of its translations: without this an odd sense (日: "abbr. for Japan") outweighs the
 * usual one.
 */
function termsOfGroup(
  { stems, rarity }: ConceptWord,
  index: SearchIndex,
  { groupsTranslations }: WordSettings,
): QueryTerm[] {
  return stems.map(({ stem, weight, frequency }) => {
    const own = inverseDocumentFrequency(index.chunks.length, frequency);
    const share = groupsTranslations ? rarity / own : 1;
    return { term: stem, weight: weight * share };
  });
}

/** Each term once, with the sum of its weights. */
function mergeTerms(terms: Iterable<QueryTerm>): QueryTerm[] {
  const weights = new Map<string, number>();
  for (const { term, weight } of terms) weights.set(term, (weights.get(term) ?? 0) + weight);
  return Array.from(weights, ([term, weight]) => ({ term, weight }));
}

function termsOf(frequencies: TermFrequencies): QueryTerm[] {
  return heaviest(Array.from(frequencies, ([term, weight]) => ({ term, weight })));
}

/**
 * Terms of one field that are searched for: a question of ordinary length has a third of these, and
 * each further one is a list of postings to read.
 */
const MAX_TERMS = 256;

/** Up to {@link MAX_TERMS} of the terms, the heaviest, the first of those that weigh the same. */
function heaviest(terms: QueryTerm[]): QueryTerm[] {
  if (terms.length <= MAX_TERMS) return terms;
  return terms.sort((a, b) => b.weight - a.weight).slice(0, MAX_TERMS);
}

/** What the words of a question do not say: which days and names they mean. */
export interface NamedTerms {
  readonly dayTerms: readonly string[];
  readonly nameKeys: readonly string[];
}

/** Terms with those of others that are not among them. */
function withMore(terms: QueryTerm[], others: readonly QueryTerm[]): QueryTerm[] {
  const known = new Set(terms.map(({ term }) => term));
  return [...terms, ...mergeTerms(others.filter(({ term }) => !known.has(term)))];
}

/** The question's terms with their weights, for this index. */
export function queryTerms(
  { text, language }: Pick<RetrievalQuery, 'text' | 'language'>,
  conceptWords: readonly ConceptWord[],
  named: NamedTerms,
  analyzer: TextAnalyzer,
  index: SearchIndex,
  settings: WordSettings,
): QueryTerms {
  const { words, concepts, names } = analyzer.analyzeText(text, language);
  const grouped = conceptWords.flatMap((word) => termsOfGroup(word, index, settings));
  // Dates and scaled numbers belong to no single word, and so to no group.
  const inGroups = new Set(conceptWords.flatMap(({ group }) => group.map(({ stem }) => stem)));
  const ungrouped = termsOf(concepts).filter(({ term }) => !inGroups.has(term));
  const conceptTerms = heaviest(mergeTerms([...grouped, ...ungrouped]));
  const days = named.dayTerms.map((term) => ({ term, weight: 1 }));
  const wordTerms = withMore(termsOf(words), days);
  return {
    words: wordTerms,
    concepts: withMore(conceptTerms, days),
    names: withMore(
      termsOf(names),
      named.nameKeys.map((term) => ({ term, weight: 1 })),
    ),
    title: [...wordTerms, ...conceptTerms.filter(({ term }) => !words.has(term))],
  };
}
