import type { Negation } from '../../core/sentence.ts';
import type { ConceptGroup } from '../../language/dictionary/concept-groups.ts';
import { findNegations } from '../../language/discourse/negations.ts';
import { sameMeaning } from './same-meaning.ts';
import type { Flaw, TextFacts } from './text-facts.ts';

/** Content words after a negator that it may deny. */
const REACH = 2;
const CLAUSE_END = /[，,。；;：:！？!?]|\.\s|\b(?:but|and|while)\b|但|而/u;

/** What a sentence denies the cited words must not affirm, and the other way round. */
export function checkNegation(claim: TextFacts, evidence: readonly TextFacts[]): Flaw | null {
  const claimCues = findNegations(claim.text);
  for (const cue of claimCues.filter(({ hard }) => hard)) {
    const denied = deniedWords(cue, claim);
    if (evidence.every((facts) => affirms(denied, facts))) return flawAt(cue, denied, claim);
  }
  for (const cue of claimCues.filter(({ hard }) => !hard)) {
    if (evidence.every((facts) => knowsNothingOf(cue, claim, facts))) return flawAt(cue, [], claim);
  }
  for (const facts of evidence) {
    for (const cue of findNegations(facts.text)) {
      const [denied] = deniedWords(cue, facts);
      if (denied === undefined) continue;
      const affirmed = claim.concepts.filter((word) => sameMeaning(word, denied));
      const isDenied = affirmed.some((word) => isUnder(word, claimCues, claim));
      if (affirmed.length === 0 || isDenied) continue;
      if (evidence.some((other) => mentionsUndenied(denied, other))) continue;
      return { verdict: 'unsupported', rule: 'negation', failed: affirmed[0]?.token.text ?? null };
    }
  }
  return null;
}

/** 拒绝 and "reject", where the cited words neither say so nor deny anything. */
function knowsNothingOf(cue: Negation, claim: TextFacts, facts: TextFacts): boolean {
  const words = claim.concepts.filter(
    ({ token }) => token.start < cue.end && cue.start < token.end,
  );
  const said = words.some((word) => facts.concepts.some((other) => sameMeaning(word, other)));
  return words.length > 0 && !said && findNegations(facts.text).length === 0;
}

function flawAt(cue: Negation, denied: readonly ConceptGroup[], { text }: TextFacts): Flaw {
  const end = Math.max(cue.end, denied[0]?.token.end ?? 0);
  return { verdict: 'unsupported', rule: 'negation', failed: text.slice(cue.start, end) };
}

/** The content words after a negator, in its clause. */
function deniedWords(cue: Negation, { text, concepts }: TextFacts): ConceptGroup[] {
  const clause = CLAUSE_END.exec(text.slice(cue.end));
  const end = clause === null ? text.length : cue.end + clause.index;
  return concepts
    .filter(({ token }) => token.start >= cue.end - 1 && token.end <= end && token.end > cue.end)
    .slice(0, REACH);
}

/** Whether a text holds what is denied, and nowhere denies it. */
function affirms(denied: readonly ConceptGroup[], facts: TextFacts): boolean {
  const cues = findNegations(facts.text);
  const [first] = denied;
  if (first === undefined) return cues.length === 0;
  const there = denied.flatMap((word) =>
    facts.concepts.filter((other) => sameMeaning(word, other)),
  );
  if (there.length === 0) return cues.length === 0;
  return !there.some((word) => isUnder(word, cues, facts));
}

function isUnder(word: ConceptGroup, cues: readonly Negation[], facts: TextFacts): boolean {
  return cues.some((cue) => deniedWords(cue, facts).some(({ token }) => token === word.token));
}

function mentionsUndenied(denied: ConceptGroup, facts: TextFacts): boolean {
  const cues = findNegations(facts.text);
  return facts.concepts.some((word) => sameMeaning(word, denied) && !isUnder(word, cues, facts));
}
