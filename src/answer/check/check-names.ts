import type { FoundName } from '../../core/sentence.ts';
import { holdsName, type NameReaders } from './name-equivalence.ts';
import { isCommonWord } from './name-translation.ts';
import { type EvidenceFacts, type Flaw, graver, type TextFacts } from './text-facts.ts';
import { occursInside } from './verbatim.ts';

const PRONOUN =
  /[他她其该]|本人|前者|后者|双方|\b(?:he|she|they|his|her|their|it|its|the (?:minister|president|official|company|group|organi[sz]ation))\b/iu;

/**
 * Every name of a sentence must be in the cited words, in either script. A name that only the text
 * before them holds is enough where they say 他 or "she", and half enough otherwise.
 */
export function checkNames(
  claim: TextFacts,
  evidence: readonly EvidenceFacts[],
  readers: NameReaders,
): Flaw | null {
  let flaw: Flaw | null = null;
  const found = claim.names.filter(({ text }) => !isCommonWord(text, readers.lexicon));
  for (const name of [...found, ...properNouns(claim, readers)]) {
    if (evidence.some((facts) => isNamed(name, claim, facts, readers))) continue;
    const holders = evidence.filter((facts) => isInContext(name, facts, readers));
    if (holders.some(({ text }) => PRONOUN.test(text))) continue;
    flaw = graver(flaw, {
      verdict: holders.length > 0 ? 'partly' : 'unsupported',
      rule: 'name',
      failed: name.text,
    });
  }
  return flaw;
}

/**
 * A title given to someone else: 省长郝鹏, where the cited words have 省长王新伟 and another title for
 * 郝鹏.
 */
export function checkTitles(claim: TextFacts, evidence: readonly TextFacts[]): Flaw | null {
  for (const name of claim.names.filter(({ kind }) => kind === 'person')) {
    const title = titleBefore(name, claim);
    if (title === null) continue;
    const bearers = evidence.flatMap((facts) =>
      facts.names.filter((other) => other.kind === 'person' && titleBefore(other, facts) === title),
    );
    const isThere = evidence.some(({ folded }) => folded.includes(name.text.toLowerCase()));
    if (isThere && bearers.length > 0 && !bearers.some(({ text }) => text === name.text)) {
      return { verdict: 'unsupported', rule: 'name', failed: name.text };
    }
  }
  return null;
}

/** The content word that stands right before a name, in the form it is compared in. */
function titleBefore(name: FoundName, { tokens }: TextFacts): string | null {
  const before = tokens.findLast(({ end }) => end <= name.start);
  if (before === undefined || before.stop || name.start - before.end > 1) return null;
  return before.normal.length > 1 ? before.normal : null;
}

function isNamed(
  name: FoundName,
  claim: TextFacts,
  facts: EvidenceFacts,
  readers: NameReaders,
): boolean {
  const outlets = facts.evidence.outletNames ?? [];
  return (
    outlets.some((outlet) => occursInside(name.text, outlet)) ||
    holdsName(name, claim, facts, readers)
  );
}

function isInContext(name: FoundName, { context }: EvidenceFacts, { names }: NameReaders): boolean {
  const before = context();
  return (
    occursInside(name.text, before.text) ||
    before.names.some((other) => names.namesMatch(name.text, other.text) >= 0.5)
  );
}

/**
 * Names that no finder named: Chinese words that the dictionary writes with a capital (宝鸡, Bao3
 * ji1), and Latin words in a Chinese sentence.
 */
function properNouns(claim: TextFacts, { lexicon }: NameReaders): FoundName[] {
  const isKnown = (start: number, end: number) =>
    [...claim.names, ...claim.dates, ...claim.numbers].some(
      (span) => span.start < end && start < span.end,
    );
  return claim.tokens
    .filter(({ start, end, text, stop }) => {
      if (stop || text.length < 2 || isKnown(start, end)) return false;
      if (claim.language === 'zh' && /^\p{Script=Latin}+$/u.test(text)) return true;
      const entries = lexicon.lookup(text);
      return entries.length > 0 && entries.every(({ pinyin }) => /^\p{Lu}/u.test(pinyin));
    })
    .map(({ start, end, text }) => ({ start, end, text, kind: 'other' as const }));
}
