import type { Negation, Sentence } from '../../core/sentence.ts';
import type { AlignedWord } from './align-words.ts';
import { isSaid, partnerToken } from './align-words.ts';
import type { CheckFailure } from './flaw.ts';
import type { Reading } from './reading.ts';

/** Content words after a negator that it denies first of all. */
const REACH = 2;
/** What follows a denial and says what is so instead: 不是省长，而是省委书记; and 不再, which denies no past. */
const CORRECTED =
  /^[^.。]*?(?:而是|而非|\brather than\b|\binstead\b|\brather\b)|^[^,.;]*\bbut (?:rather|the|an?)\b|^(?:再|\s?longer\b)/iu;
/** The same before it: 而不是, "and not". */
const CORRECTS = /(?:而|\band|,)\s?$/iu;
/** "But a fifth of them do not": what is denied was said before. */
const ELLIPTIC = /^\s?(?:[.,;。，；]|and\b|$)/u;
/** Words that deny by themselves: connectionless, unlike, non-colonial. */
const DENYING_WORD =
  /\b(?:un\p{L}{3,}|non-?\p{L}{3,}|in(?:sufficient|capable|ability|complete)|lack\w*|\p{L}{3,}less)\b|[非缺]/iu;
/** Phrases in which a negator says how much, or that something is the only way: nothing … unless. */
const NO_DENIAL =
  /\bnothing\b[^.]*\bunless\b|\bnot until\b|\bno one\b[^.]*\bbut\b|没有[^，。]{0,8}[就便]没有|\bnot (?:just|merely|simply)\b|不(?:只|单|光)|还没有|尚未|还未|\bnot yet\b/iu;

/** What a sentence denies the cited words must not affirm, and the other way round. */
export function checkNegation(reading: Reading): CheckFailure | null {
  const { claim, quotes, words } = reading;
  const isNone = NO_DENIAL.test(claim.text);
  const isElliptic = quotes.some(({ words: { text, negations } }) =>
    negations.some(({ hard, end }) => hard && ELLIPTIC.test(text.slice(end))),
  );
  const isDenied = (word: AlignedWord) => {
    const token = partnerToken(word, quotes);
    const quote = quotes[word.partner?.quote ?? -1];
    return token !== undefined && quote !== undefined && isUnder(token, quote.words);
  };
  for (const cue of claim.negations.filter(({ hard }) => hard)) {
    if (isNone || isCorrection(cue, claim) || isElliptic) continue;
    const denied = wordsUnder(cue, words, claim);
    const said = denied.filter(isSaid);
    if (said.some(isDenied)) continue;
    // Nothing of it is said: that is for coverage to tell, unless the quote denies nothing at all.
    const anyDenial = quotes.some(({ words: quoted }) => quoted.negations.length > 0);
    if (said.length === 0 && anyDenial) continue;
    return flawAt(cue, denied, claim);
  }
  for (const [place, quote] of quotes.entries()) {
    for (const cue of quote.words.negations.filter(({ hard }) => hard)) {
      const first = tokensUnder(cue, quote.words).slice(0, REACH);
      const word = words.find((one) => {
        const token = partnerToken(one, quotes);
        return (
          isSaid(one) &&
          one.partner?.quote === place &&
          token !== undefined &&
          first.includes(token)
        );
      });
      if (word === undefined || claim.negations.length > 0) continue;
      if (DENYING_WORD.test(claim.text) || isCorrection(cue, quote.words)) continue;
      if (mentionsUndenied(word, reading)) continue;
      return { verdict: 'unsupported', rule: 'negation', failed: word.token.text };
    }
  }
  return null;
}

function isCorrection({ start, end }: Negation, { text }: Sentence): boolean {
  return CORRECTED.test(text.slice(end)) || CORRECTS.test(text.slice(0, start));
}

function flawAt(cue: Negation, denied: readonly AlignedWord[], { text }: Sentence): CheckFailure {
  const end = Math.max(cue.end, denied[0]?.token.end ?? 0);
  return { verdict: 'unsupported', rule: 'negation', failed: text.slice(cue.start, end) };
}

/** "No one in the convoy was hurt": the whole clause is denied. */
const DENIES_ALL = /^(?:no ?one|nobody|none|neither)\b|^(?:无人|没有人|没人)/iu;

function wordsUnder(
  cue: Negation,
  words: readonly AlignedWord[],
  { text }: Sentence,
): AlignedWord[] {
  const under = words.filter(
    ({ token }) => token.start >= cue.end - 1 && token.end <= cue.scope.end && token.end > cue.end,
  );
  return DENIES_ALL.test(text.slice(cue.start)) ? under : under.slice(0, REACH + 1);
}

/** Names are not denied: 没有给乌克兰提供 denies 提供. */
function tokensUnder(cue: Negation, { tokens, names }: Sentence) {
  return tokens.filter(
    ({ start, end, stop, text }) =>
      !stop &&
      text.length > 1 &&
      start >= cue.end - 1 &&
      end <= cue.scope.end &&
      end > cue.end &&
      !names.some((name) => name.start <= start && end <= name.end),
  );
}

/** Whether a word stands in the scope of any negation of its sentence. */
function isUnder(
  { start, end }: { readonly start: number; readonly end: number },
  { negations }: Sentence,
): boolean {
  return negations.some(
    (cue) =>
      (cue.scope.start <= start && end <= cue.scope.end) || (cue.start <= start && end <= cue.end),
  );
}

function mentionsUndenied({ token }: AlignedWord, { quotes, near }: Reading): boolean {
  return quotes.some(({ words }) =>
    words.tokens.some(
      (other) => !other.stop && near(token, other) >= 0.9 && !isUnder(other, words),
    ),
  );
}
