import type { Span } from '../../core/span.ts';
import type { ConceptGroup } from '../../language/dictionary/concept-groups.ts';
import type { NameAnalyzer } from '../../language/names/names.ts';
import type { TermRarity } from '../term-rarity.ts';
import type { Flaw, TextFacts } from './text-facts.ts';

/** Share of a sentence's content words that the cited words must hold. */
export interface CoverageThresholds {
  readonly supported: number;
  readonly partly: number;
}

/** Share of content words covered, weighed by their rarity, from 0 to 1, and the first stretch that is not. */
export interface Coverage {
  readonly share: number;
  readonly missing: string | null;
}

const HAN = /\p{Script=Han}/u;
/** From here on two names are likely the same. */
const LIKELY = 0.5;
/** "Took place", "held", 进行: verbs that another language may well do without. */
const LIGHT_VERB =
  /^(?:take|takes|took|taken|place|hold|holds|held|make|makes|made|give|gives|gave|given|get|got|set|put|go|went|come|came|become|became|进行|造成|导致|加以|予以|作出|做出)$/iu;
/** Names, numbers and dates are left out: they have rules of their own. */
export function coverageOf(
  claim: TextFacts,
  evidence: readonly TextFacts[],
  means: (first: ConceptGroup, second: ConceptGroup) => boolean,
  rarity: TermRarity,
  names: NameAnalyzer,
): Coverage {
  const checked: readonly Span[] = [...claim.names, ...claim.numbers, ...claim.dates];
  const words = claim.concepts.filter(
    ({ token }) =>
      !LIGHT_VERB.test(token.text) &&
      !checked.some(({ start, end }) => start < token.end && token.start < end),
  );
  if (words.length === 0) return { share: 1, missing: null };
  const weigh = (group: readonly ConceptGroup[]) =>
    group.reduce((sum, { token }) => sum + rarity(token.normal), 0);
  const missing = words.filter(
    (word) =>
      !evidence.some(
        (facts) =>
          facts.concepts.some((other) => means(word, other)) ||
          isTransliterated(word, facts, names) ||
          (word.token.normal.length > 1 && facts.folded.includes(word.token.normal)),
      ),
  );
  return {
    share: 1 - weigh(missing) / weigh(words),
    missing: (missing.find(({ token }) => token.text.length > 1) ?? missing[0])?.token.text ?? null,
  };
}

/** 坦帕 for Tampa: a name that was found in the evidence only. */
function isTransliterated({ token }: ConceptGroup, facts: TextFacts, names: NameAnalyzer): boolean {
  return (
    token.text.length > 1 &&
    HAN.test(token.text) !== (facts.language === 'zh') &&
    facts.names.some(({ text }) => names.namesMatch(token.text, text) >= LIKELY)
  );
}

export function checkCoverage(
  { share, missing }: Coverage,
  { supported, partly }: CoverageThresholds,
): Flaw | null {
  if (share >= supported) return null;
  return { verdict: share >= partly ? 'partly' : 'unsupported', rule: 'coverage', failed: missing };
}
