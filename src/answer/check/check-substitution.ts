import type { Span } from '../../core/span.ts';
import type { ConceptGroup } from '../../language/dictionary/concept-groups.ts';
import { findNegations } from '../../language/discourse/negations.ts';
import { splitSentences } from '../../language/segment/sentences.ts';
import type { Token } from '../../language/terms/text-analyzer.ts';
import { alignTokens, type Gap } from './align-tokens.ts';
import { type NameReaders, sameName } from './name-equivalence.ts';
import { isCommonWord } from './name-translation.ts';
import type { Flaw, TextFacts } from './text-facts.ts';

/** Share of the sentence's words that must stand in one evidence sentence, in order. */
const NEARLY_VERBATIM = 0.65;
const FEWEST_TOKENS = 4;
/** A longer gap is a rewording, not one word put for another. */
const LONGEST_SUBSTITUTION = 5;

export interface SubstitutionReaders extends NameReaders {
  /** Whether two words may say the same. */
  readonly means: (first: ConceptGroup, second: ConceptGroup) => boolean;
}

/**
 * Where a sentence repeats the cited words but for a few, the few are looked at: another name,
 * number or content word in the place of one, or a negator more or less, changes what is said.
 */
export function checkSubstitution(
  claim: TextFacts,
  evidence: readonly TextFacts[],
  readers: SubstitutionReaders,
): Flaw | null {
  if (claim.tokens.length < FEWEST_TOKENS) return null;
  let best: { gaps: readonly Gap[]; share: number; facts: TextFacts } | null = null;
  for (const facts of evidence) {
    if (facts.language !== claim.language) continue;
    for (const sentence of [...splitSentences(facts.text), { start: 0, end: facts.text.length }]) {
      const tokens = facts.tokens.filter(
        ({ start, end }) => start >= sentence.start && end <= sentence.end,
      );
      const { gaps, matched } = alignTokens(claim.tokens, tokens);
      const share = matched / claim.tokens.length;
      if (share > (best?.share ?? 0)) best = { gaps, share, facts };
    }
  }
  if (best === null || best.share < NEARLY_VERBATIM) return null;
  for (const gap of best.gaps) {
    const flaw =
      negationIn(gap, claim, best.facts) ??
      substitutionIn(gap, claim, best.facts, evidence, readers);
    if (flaw !== null) return flaw;
  }
  return null;
}

function negationIn({ claim, evidence }: Gap, said: TextFacts, stated: TextFacts): Flaw | null {
  if (evidence.length > LONGEST_SUBSTITUTION) return null;
  const added = cuesIn(claim, said);
  const removed = cuesIn(evidence, stated);
  if (added.length > 0 === removed.length > 0) return null;
  // Left out together with the clause it stood in, a negator denies nothing that is said.
  if (added.length === 0 && claim.length === 0 && evidence.length > 2) return null;
  const [cue] = added;
  const failed = cue === undefined ? textOf(claim, said) : said.text.slice(cue.start, cue.end);
  return { verdict: 'unsupported', rule: 'negation', failed };
}

function cuesIn(tokens: readonly Token[], facts: TextFacts): Span[] {
  return findNegations(facts.text).filter(
    (cue) => cue.hard && tokens.some(({ start, end }) => start < cue.end && cue.start < end),
  );
}

function substitutionIn(
  gap: Gap,
  said: TextFacts,
  stated: TextFacts,
  evidence: readonly TextFacts[],
  readers: SubstitutionReaders,
): Flaw | null {
  if (gap.claim.length > LONGEST_SUBSTITUTION || gap.evidence.length > LONGEST_SUBSTITUTION) {
    return null;
  }
  const replaced = gap.evidence.filter(({ stop }) => !stop);
  const kindReplaced = replaced.length === 0 ? null : kindOf(replaced, stated);
  const put = gap.claim.filter(({ stop }) => !stop).filter(isTelling(kindReplaced, gap.claim));
  if (replaced.length === 0 || put.length === 0) return null;
  const kindPut = kindOf(put, said);
  const isRenamed = kindPut === 'name' && kindReplaced === 'name';
  if (isRenamed && sameName(nameOf(put, said), nameOf(replaced, stated), readers)) return null;
  for (const token of put) {
    const isTold = replaced.some((other) => meansSame(token, other, said, stated, readers));
    if (isTold) continue;
    if (kindPut !== null && kindPut === kindReplaced && !sharesName(put, replaced)) {
      return { verdict: 'unsupported', rule: kindPut, failed: textOf(put, said) };
    }
    const isElsewhere = evidence.some(
      ({ concepts, folded }) =>
        folded.includes(token.normal) ||
        concepts.some((word) => word.token.normal === token.normal),
    );
    // A name, number or date that is nowhere else was held against the evidence by its own rule.
    const isOneForOne = put.length === 1 && replaced.length === 1;
    const isCommon = isCommonWord(token.text, readers.lexicon);
    const mayMatter =
      kindReplaced === 'name' ? !isCommon || isOneForOne : kindReplaced === null && isOneForOne;
    if (!isElsewhere && kindPut === null && mayMatter) {
      const verdict = kindReplaced === null || isCommon ? 'partly' : 'unsupported';
      return { verdict, rule: kindReplaced ?? 'coverage', failed: textOf(put, said) };
    }
  }
  return null;
}

/**
 * One character (借, 让) is grammar more often than content, unless it and its neighbours stand in
 * the place of a name: 张 and 睿.
 */
function isTelling(replaced: 'date' | 'number' | 'name' | null, put: readonly Token[]) {
  const length = put.reduce((sum, { text }) => sum + text.length, 0);
  const mayBeName = replaced === 'name' && length > 1;
  return ({ text }: Token) => mayBeName || text.length > 1 || /\d/.test(text);
}

/** What all of the tokens are part of, if it is one kind of fact. */
function kindOf(tokens: readonly Token[], facts: TextFacts): 'date' | 'number' | 'name' | null {
  const all = (spans: readonly Span[]) =>
    tokens.every((token) => spans.some(({ start, end }) => start < token.end && token.start < end));
  if (all(facts.dates)) return 'date';
  if (all(facts.numbers)) return 'number';
  return all(facts.names) ? 'name' : null;
}

/** The whole name that the first of the tokens is part of. */
function nameOf([first]: readonly Token[], { names }: TextFacts): string {
  if (first === undefined) return '';
  return names.find(({ start, end }) => start < first.end && first.start < end)?.text ?? first.text;
}

function sharesName(put: readonly Token[], replaced: readonly Token[]): boolean {
  return put.some(({ normal }) => replaced.some((other) => other.normal === normal));
}

function meansSame(
  token: Token,
  other: Token,
  said: TextFacts,
  stated: TextFacts,
  { means }: SubstitutionReaders,
): boolean {
  const first = said.concepts.find((word) => word.token.start === token.start);
  const second = stated.concepts.find((word) => word.token.start === other.start);
  return first !== undefined && second !== undefined && means(first, second);
}

function textOf(tokens: readonly Token[], { text }: TextFacts): string {
  const [first] = tokens;
  const last = tokens.at(-1);
  return first === undefined || last === undefined ? '' : text.slice(first.start, last.end);
}
