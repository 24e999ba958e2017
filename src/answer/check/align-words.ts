import type { Sentence, SentenceToken } from '../../core/sentence.ts';
import type { Span } from '../../core/span.ts';
import type { TermRarity } from '../term-rarity.ts';
import type { QuotedWords } from './quoted-words.ts';
import { SAYS_SAME, type WordNearness } from './word-nearness.ts';

/** Where in the cited words a word of the sentence is said. */
export interface WordPartner {
  /** Place among the quotes, and of the word among that quote's tokens. */
  readonly quote: number;
  readonly index: number;
  /** From 0 to 1, see `WordNearness`. */
  readonly nearness: number;
}

/** A content word of the sentence beside its nearest word in the cited ones. */
export interface AlignedWord {
  readonly token: SentenceToken;
  /** Place among the sentence's tokens. */
  readonly index: number;
  /** From 0 to 1: how telling the word is. */
  readonly weight: number;
  /** Whether it is part of a name, number or date, which have rules of their own. */
  readonly isItem: boolean;
  readonly partner: WordPartner | null;
}

/** How telling some words are together. */
export function weightOf(words: readonly AlignedWord[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0);
}

/** "Took place", "held", 进行: verbs that another language may well do without. */
const LIGHT =
  /^(?:take|takes|took|taken|place|hold|holds|held|make|makes|made|give|gives|gave|given|get|got|set|put|go|went|come|came|become|became|according|also|report|reports|article|articles|passage|passages|example|commentary|date|way|part|thing|order|such|including|one|another|simply|say|says|said|tell|told|he|she|one|进行|造成|导致|加以|予以|作出|做出|表示|指出|说|称|认为|介绍|方面|情况|成为|报道|文章|时间|地点|具体|内容|其中|分别|有关|相关|以及|目前|这一|该|此次|本次)$/iu;
/** A word beside the partner of the word before it is likelier meant than one far off. */
const NEXT_BONUS = 0.04;

/** Pairs the content words of a sentence with words of its quotes, each with the nearest. */
export function alignWords(
  claim: Sentence,
  quotes: readonly Sentence[],
  near: WordNearness,
  rarity: TermRarity,
): readonly AlignedWord[] {
  const items: readonly Span[] = [...claim.names, ...claim.quantities, ...claim.dates];
  let last: WordPartner | null = null;
  return claim.tokens.flatMap((token, index): AlignedWord[] => {
    if (token.stop) return [];
    let partner: WordPartner | null = null;
    let best = 0;
    for (const [quote, words] of quotes.entries()) {
      for (const [at, other] of words.tokens.entries()) {
        if (other.stop) continue;
        const nearness = near(token, other);
        if (nearness === 0) continue;
        const follows: boolean =
          last !== null && last.quote === quote && Math.abs(at - last.index) <= 3;
        const score = nearness + (follows ? NEXT_BONUS : 0);
        if (score <= best) continue;
        best = score;
        partner = { quote, index: at, nearness };
      }
    }
    if (best < SAYS_SAME && token.kind === 'han') {
      const spelt = speltIn(token, quotes);
      if (spelt !== null) partner = spelt;
    }
    last = partner ?? last;
    const isItem = items.some(({ start, end }) => start < token.end && token.start < end);
    const weight = LIGHT.test(token.text) ? 0.05 : rarity(token.normal);
    return [{ token, index, weight, isItem, partner }];
  });
}

/** Characters that may stand between those of a word: 多国防长 says 国防部长, 发言 says 发了言. */
const MAX_BETWEEN = 1;
const SPELT = 0.85;

/** Where the segmenter cut otherwise: the word's characters stand there in order, close together. */
function speltIn({ normal }: SentenceToken, quotes: readonly Sentence[]): WordPartner | null {
  if (normal.length < 2) return null;
  for (const [quote, words] of quotes.entries()) {
    const at = findSpelling(normal, words.text);
    if (at < 0) continue;
    const index = words.tokens.findIndex(({ start, end }) => start <= at && at < end);
    if (index >= 0) return { quote, index, nearness: SPELT };
  }
  return null;
}

function findSpelling(word: string, text: string): number {
  for (let at = text.indexOf(word.charAt(0)); at >= 0; at = text.indexOf(word.charAt(0), at + 1)) {
    let next = at + 1;
    let missing = 0;
    for (const character of word.slice(1)) {
      const found = text.slice(next, next + MAX_BETWEEN + 1).indexOf(character);
      if (found < 0) missing += 1;
      else next += found + 1;
    }
    if (missing === 0 || (word.length >= 4 && missing === 1)) return at;
  }
  return -1;
}

/** Whether the cited words say a word. */
export function isSaid({ partner }: AlignedWord): boolean {
  return partner !== null && partner.nearness >= SAYS_SAME;
}

/** The word of the quotes that an aligned word is paired with. */
export function partnerToken(
  { partner }: AlignedWord,
  quotes: readonly QuotedWords[],
): SentenceToken | undefined {
  return partner === null ? undefined : quotes[partner.quote]?.words.tokens[partner.index];
}
