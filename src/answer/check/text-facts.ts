import type { Language } from '../../core/article.ts';
import type { DateMention, FoundName, NumberMention } from '../../core/sentence.ts';
import type { Evidence } from '../../core/sentence-checker.ts';
import { foldText } from '../../language/characters/fold.ts';
import { findDates } from '../../language/dates/dates.ts';
import type { ConceptGroup } from '../../language/dictionary/concept-groups.ts';
import type { NameAnalyzer } from '../../language/names/names.ts';
import { findNumbers } from '../../language/numbers/numbers.ts';
import type { TextAnalyzer, Token } from '../../language/terms/text-analyzer.ts';
import { contextBefore } from './evidence.ts';

/** What reads a text for checking. */
export interface FactReaders {
  readonly analyzer: TextAnalyzer;
  readonly names: NameAnalyzer;
}

/** Everything in a text that can be held against another text. */
export interface TextFacts {
  readonly text: string;
  /** Half-width and lower case, same length. */
  readonly folded: string;
  readonly language: Language;
  readonly tokens: readonly Token[];
  /** Content words with the English stems they may mean. */
  readonly concepts: readonly ConceptGroup[];
  readonly dates: readonly DateMention[];
  /** Numbers that are not part of a date. */
  readonly numbers: readonly NumberMention[];
  readonly names: readonly FoundName[];
}

/** Names and dates of the title and of the text that leads up to a quote. */
export interface EvidenceContext {
  readonly text: string;
  readonly names: readonly FoundName[];
  readonly dates: readonly DateMention[];
}

/** Cited words, read; and what surrounds them, which may explain but not prove. */
export interface EvidenceFacts extends TextFacts {
  readonly evidence: Evidence;
  /** Read when first asked for: most sentences are settled by the cited words. */
  readonly context: () => EvidenceContext;
}

/** Reads sentences and cited words; pure but for remembering what it read. */
export interface FactReader {
  /** @param reference what relative dates count from, or null */
  read(text: string, language: Language, reference: string | null): TextFacts;
  /** @param reference stands in for an unknown publication date */
  readEvidence(evidence: Evidence, reference: string | null): EvidenceFacts;
}

/** Texts whose facts are remembered: an answer holds the same words against each of its sentences. */
const MOST_REMEMBERED = 500;

export function createFactReader({ analyzer, names }: FactReaders): FactReader {
  const remembered = new Map<string, TextFacts>();
  const read: FactReader['read'] = (text, language, reference) => {
    const key = `${language} ${reference} ${text}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    const dates = findDates(text, { language, reference });
    const facts: TextFacts = {
      text,
      folded: foldText(text),
      language,
      tokens: analyzer.tokens(text),
      concepts: analyzer.conceptGroups(text),
      dates,
      numbers: findNumbers(text, dates),
      // A month is part of a date, whatever its capital says.
      names: names
        .findNames(text, language)
        .filter((name) => !dates.some(({ start, end }) => start <= name.start && name.end <= end)),
    };
    remembered.set(key, facts);
    return facts;
  };
  const readEvidence: FactReader['readEvidence'] = (evidence, reference) => {
    const { quote, language, title = '' } = evidence;
    const publishedAt = evidence.publishedAt ?? reference;
    const before = contextBefore(evidence);
    // Read together, so that 同日 in the quote finds the date in the sentence before it.
    const dates = findDates(before + quote, { language, reference: publishedAt });
    const inQuote = dates
      .filter(({ start }) => start >= before.length)
      .map((date) => ({
        ...date,
        start: date.start - before.length,
        end: date.end - before.length,
      }));
    let context: EvidenceContext | null = null;
    return {
      ...read(quote, language, publishedAt),
      dates: inQuote,
      evidence,
      context: () => {
        context ??= {
          text: foldText(`${title}\n${before}`),
          names: names.findNames(`${title}\n${before}`, language),
          dates: dates.filter(({ start }) => start < before.length),
        };
        return context;
      },
    };
  };
  return { read, readEvidence };
}

/** What a rule found wrong with a sentence. */
export interface Flaw {
  readonly verdict: 'partly' | 'unsupported';
  readonly rule: 'citation' | 'number' | 'date' | 'quotation' | 'name' | 'negation' | 'coverage';
  /** The piece of the sentence that failed, as it stands there; null for the whole sentence. */
  readonly failed: string | null;
}

/** The graver of two flaws, the first where they weigh the same. */
export function graver(first: Flaw | null, second: Flaw | null): Flaw | null {
  if (first === null || second === null) return first ?? second;
  return first.verdict === 'partly' && second.verdict === 'unsupported' ? second : first;
}
