import type { SentenceSupport } from '../../core/answer.ts';
import type { Language } from '../../core/article.ts';
import type { Evidence, SentenceChecker } from '../../core/sentence-checker.ts';
import { detectLanguage } from '../../language/characters/language.ts';
import type { ConceptGroup } from '../../language/dictionary/concept-groups.ts';
import type { Lexicon } from '../../language/dictionary/lexicon.ts';
import type { NameAnalyzer } from '../../language/names/names.ts';
import type { TextAnalyzer } from '../../language/terms/text-analyzer.ts';
import type { TermRarity } from '../term-rarity.ts';
import type { WordSimilarity } from '../word-similarity.ts';
import { type CoverageThresholds, checkCoverage, coverageOf } from './check-coverage.ts';
import { checkDates } from './check-dates.ts';
import { checkNames, checkTitles } from './check-names.ts';
import { checkNegation } from './check-negation.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkOpposites } from './check-opposites.ts';
import { checkQuotations } from './check-quotations.ts';
import { checkSubstitution } from './check-substitution.ts';
import { standsInPlace } from './evidence.ts';
import { createLooseMeaning } from './loose-meaning.ts';
import { explainFlaw, explainSupport } from './support-reason.ts';
import {
  createFactReader,
  type EvidenceFacts,
  type FactReader,
  type Flaw,
  graver,
} from './text-facts.ts';
import { occursVerbatim } from './verbatim.ts';

export interface SentenceCheckerParts {
  readonly analyzer: TextAnalyzer;
  readonly names: NameAnalyzer;
  readonly lexicon: Lexicon;
  /** How much a content word counts for coverage; absent means all count the same. */
  readonly rarity?: TermRarity | undefined;
  /** Nearness of words across languages; absent means only the dictionary tells. */
  readonly similarity?: WordSimilarity | undefined;
}

/** Translation loses words to the dictionary's gaps, so it has a threshold of its own. */
const SAME_LANGUAGE: CoverageThresholds = { supported: 0.6, partly: 0.45 };
const ACROSS_LANGUAGES: CoverageThresholds = { supported: 0.5, partly: 0.25 };

const MARKUP = /\s?[[［【]\^?\d+(?:\s?[,，、]\s?\d+)*[\]］】]|\*\*|__|^\s*(?:[-*•]|\d+\.)\s+/gu;

/**
 * A sentence is `supported` when it stands in the cited words verbatim (rule `quoted`), or when all
 * of its quotations, numbers, dates and names occur in them, across scripts and forms, its
 * negations agree with theirs, and they hold enough of its other content words.
 */
export function createSentenceChecker(parts: SentenceCheckerParts): SentenceChecker {
  const tools: CheckTools = {
    ...parts,
    facts: createFactReader(parts),
    means: createLooseMeaning(parts.lexicon, parts.similarity ?? (() => 0)),
  };
  return {
    check(sentence, evidence, answerLanguage) {
      const text = sentence.replace(MARKUP, '').trim();
      const flawed = (flaw: Flaw): SentenceSupport => ({
        ...flaw,
        reason: explainFlaw(flaw.rule, flaw.verdict, flaw.failed, answerLanguage),
      });
      if (evidence.length === 0 || !evidence.every(standsInPlace)) {
        return flawed({ verdict: 'unsupported', rule: 'citation', failed: null });
      }
      if (
        evidence.some(({ quote }) => occursVerbatim(sentence, quote) || occursVerbatim(text, quote))
      ) {
        return supported('quoted', answerLanguage);
      }
      const flaw = findFlaw(text, evidence, tools);
      return flaw === null ? supported('coverage', answerLanguage) : flawed(flaw);
    },
  };
}

function supported(rule: 'quoted' | 'coverage', language: Language): SentenceSupport {
  return { verdict: 'supported', rule, reason: explainSupport(rule, language), failed: null };
}

interface CheckTools extends SentenceCheckerParts {
  readonly facts: FactReader;
  readonly means: (first: ConceptGroup, second: ConceptGroup) => boolean;
}

function findFlaw(
  text: string,
  evidence: readonly Evidence[],
  { means, facts: reader, rarity = () => 1, ...parts }: CheckTools,
): Flaw | null {
  const language = detectLanguage(text);
  const reference = evidence.find(({ publishedAt }) => publishedAt !== null)?.publishedAt ?? null;
  const claim = reader.read(text, language, reference);
  // Where no article has a date, its 6月26日 is read as being of the year the sentence speaks of.
  const year = claim.dates.find(({ from }) => from !== null)?.from ?? null;
  const facts: EvidenceFacts[] = evidence.map((words) => reader.readEvidence(words, year));

  const sameLanguage = facts.some((words) => words.language === language);
  const thresholds = sameLanguage ? SAME_LANGUAGE : ACROSS_LANGUAGES;
  const found = [
    checkQuotations(claim, facts),
    checkNumbers(claim, facts),
    checkDates(claim, facts),
    checkNames(claim, facts, parts),
    checkTitles(claim, facts),
    checkNegation(claim, facts),
    checkOpposites(claim, facts),
    checkSubstitution(claim, facts, { ...parts, means }),
    checkCoverage(coverageOf(claim, facts, means, rarity, parts.names), thresholds),
  ];
  return found.reduce(graver, null);
}
