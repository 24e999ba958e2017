import type { Sentence, SentenceName } from '../../core/sentence.ts';
import { findRoles, type RoleMention, rolesAgree } from '../../language/names/roles.ts';
import { isSaid } from './align-words.ts';
import { type Bearer, bearersOf, findBearers } from './bearers.ts';
import type { CheckFailure } from './flaw.ts';
import type { QuotedWords } from './quoted-words.ts';
import type { Reading } from './reading.ts';

/** Who a role, a country or a statement belongs to must be the same in the cited article. */
export function checkRelations(reading: Reading): CheckFailure | null {
  return checkBearers(reading) ?? checkLooseRoles(reading) ?? checkSpeaker(reading);
}

/** Wei is no defence minister where the article says that Dong is; Asif is not of Iran. */
function checkBearers({ claim, quotes, names }: Reading): CheckFailure | null {
  const claimed = findBearers(claim, names);
  if (claimed.length === 0) return null;
  const known = quotes.flatMap((quote) => bearersOf(quote, names));
  for (const { name, roles, regions } of claimed) {
    const same = known.filter((other) => names.areSame(name, { ...other.name, kind: 'person' }));
    const theirs = same.flatMap((other) => other.roles);
    const wrong = roles.find(
      (role) => theirs.length > 0 && !theirs.some((other) => rolesAgree(role.id, other.id)),
    );
    if (wrong !== undefined) return flaw('unsupported', claim.text.slice(wrong.start, wrong.end));
    const homes = same.flatMap((other) => [...other.regions]);
    if (
      homes.length > 0 &&
      regions.size > 0 &&
      ![...regions].some((code) => homes.includes(code))
    ) {
      return flaw('unsupported', name.text);
    }
    // 巴基斯坦防长 of the title is the minister whom the text calls by his name alone.
    const isTitled = quotes.some(({ title }) =>
      title.some(
        ({ text }) =>
          [...names.regionsOf(text)].some((code) => regions.has(code)) &&
          findRoles(text).some((role) => roles.some(({ id }) => rolesAgree(id, role.id))),
      ),
    );
    const taken = roles.find(
      (role) => theirs.length === 0 && !isTitled && known.some((other) => holds(other, role)),
    );
    if (taken !== undefined) return flaw('partly', claim.text.slice(taken.start, taken.end));
  }
  return null;
}

function holds(bearer: Bearer, role: RoleMention): boolean {
  return bearer.roles.some((other) => rolesAgree(role.id, other.id));
}

/** A role that no name bears must be one of the cited words' roles, where they have any. */
function checkLooseRoles({ claim, quotes, names }: Reading): CheckFailure | null {
  const bound = findBearers(claim, names).flatMap(({ roles }) => roles);
  const loose = findRoles(claim.text).filter(
    (role) => !bound.some(({ start }) => start === role.start),
  );
  if (loose.length === 0) return null;
  const stated = quotes.flatMap(({ words, before, title }) =>
    [words, ...before, ...title].flatMap(({ text }) => findRoles(text)),
  );
  const wrong = loose.find((role) => !stated.some((other) => rolesAgree(role.id, other.id)));
  if (wrong === undefined) return null;
  const rivals = quotes.flatMap(({ words }) => findRoles(words.text));
  return rivals.length === 0 ? null : flaw('unsupported', claim.text.slice(wrong.start, wrong.end));
}

/** Who is said to say it must be who says it there. */
function checkSpeaker(reading: Reading): CheckFailure | null {
  const { claim, names } = reading;
  const speaker = speakerOf(claim);
  if (speaker === null || speaker.kind === 'organization') return null;
  if (names.isOrdinary(speaker, claim)) return null;
  const source = mainSentence(reading);
  if (source === null) return null;
  const { sentence, quote } = source;
  const there = speakerBefore(sentence, quote);
  if (there === null || there.kind !== 'person') return null;
  if (names.areSame(speaker, there)) return null;
  if (speaker.kind === 'person' || speaker.kind === 'other') {
    // Somebody else's words are handed on by the speaker who is named as well.
    const isNamed = sentence.names.some((name) => names.areSame(speaker, name));
    return isNamed && speakerOf(sentence) !== there ? null : flaw('unsupported', speaker.text);
  }
  const homes = bearersOf(quote, names)
    .filter(({ name }) => names.areSame(name, there))
    .flatMap(({ regions }) => [...regions]);
  const country = names.regionsOf(speaker.text);
  if (homes.length === 0 || country.size === 0) return null;
  return homes.some((code) => country.has(code)) ? null : flaw('unsupported', speaker.text);
}

function speakerOf({ attribution, names }: Sentence): SentenceName | null {
  const speaker = attribution?.speaker;
  if (speaker === null || speaker === undefined) return null;
  return names.find(({ start }) => start === speaker.start) ?? null;
}

/** The quoted sentence that says most of the claim. */
function mainSentence({
  words,
  quotes,
}: Reading): { sentence: Sentence; quote: QuotedWords } | null {
  let best: { sentence: Sentence; quote: QuotedWords } | null = null;
  let most = 0;
  for (const [place, quote] of quotes.entries()) {
    for (const sentence of quote.sentences) {
      const from = sentence.start - quote.words.start;
      const until = sentence.end - quote.words.start;
      const held = words
        .filter((word) => {
          const token = quote.words.tokens[word.partner?.index ?? -1];
          return (
            isSaid(word) &&
            word.partner?.quote === place &&
            token !== undefined &&
            from <= token.start &&
            token.end <= until
          );
        })
        .reduce((sum, { weight }) => sum + weight, 0);
      if (held > most) {
        most = held;
        best = { sentence, quote };
      }
    }
  }
  return best;
}

const PARAGRAPH_BREAK = /\n/u;

/** Who speaks in a sentence: by its own words, or by the nearest sentence before it in its paragraph. */
function speakerBefore(sentence: Sentence, { all, article }: QuotedWords): SentenceName | null {
  const own = speakerOf(sentence);
  if (own !== null) return own;
  for (const earlier of all
    .filter(({ end }) => end <= sentence.start)
    .reverse()
    .slice(0, 3)) {
    if (PARAGRAPH_BREAK.test(article.body.slice(earlier.end - 1, sentence.start))) return null;
    const speaker = speakerOf(earlier);
    if (speaker !== null) return speaker;
  }
  return null;
}

function flaw(verdict: CheckFailure['verdict'], failed: string): CheckFailure {
  return { verdict, rule: 'relation', failed };
}
