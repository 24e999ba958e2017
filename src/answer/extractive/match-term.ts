import type { DateMention } from '../../core/sentence.ts';
import type { Span } from '../../core/span.ts';
import type { SoughtTerm } from './sought-terms.ts';
import type { TextView } from './text-view.ts';

/** How far characters of an abbreviation may be drawn apart: 上合组织 in 上海合作组织. */
const ABBREVIATION_SLACK = 3;
/** What each way of finding a term counts beside finding the word itself. */
const STRENGTH = {
  name: 0.95,
  abbreviation: 0.8,
  parts: 0.6,
  nameParts: 0.8,
  synonym: 0.55,
  nearby: 0.65,
  openDate: 0.7,
  translation: 0.85,
} as const;
/** Concept weight from which two words count as meaning the same. */
const LEAST_CONCEPT = 0.3;
/** Cosine from which two words count as near in meaning. */
const LEAST_NEARNESS = 0.7;

const MONTH_AND_DAY = /\d{1,2}月(?:\d{1,2}[日号])?$/u;
/** A date of some year: 6月25日, "June 25", not 昨天. */
const MONTH_WRITTEN =
  /\d\s*月|[一二三四五六七八九十]月|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu;
const HAN_ONLY = /^\p{Script=Han}+$/u;
const ASCII = /^[\x20-\x7e]+$/;

/** How surely a text speaks of a term, from 0 to 1. */
export function matchTerm(term: SoughtTerm, view: TextView): number {
  if (term.role === 'number') return view.normals.has(term.normal) ? 1 : 0;
  if (term.date !== null) return matchDate(term.date, view);
  if (view.normals.has(term.normal) || holds(view.folded, term.folded)) return 1;
  if (term.role === 'title') return STRENGTH.parts * shareOfPieces(term.folded, view);
  const byName = sharesName(term, view) ? STRENGTH.name : 0;
  if (term.role === 'name') {
    return Math.max(
      byName,
      STRENGTH.nameParts * shareOfPieces(term.folded, view),
      byMeaning(term, view),
    );
  }
  if (!HAN_ONLY.test(term.normal) || view.language === 'en') {
    return Math.max(byName, byMeaning(term, view));
  }
  const { normal } = term;
  if (normal.length < 2) return 0;
  if (isAbbreviated(normal, view)) return STRENGTH.abbreviation;
  if (term.shortForms.some((form) => view.normals.has(form))) return STRENGTH.abbreviation;
  return Math.max(STRENGTH.parts * shareOfPieces(normal, view), byMeaning(term, view));
}

/** Whether a day falls into one of the text's dates, or at least bears the same month and day. */
function matchDate(sought: DateMention, view: TextView): number {
  const { from, to } = sought;
  if (from === null || to === null) return 0;
  const written = MONTH_AND_DAY.exec(sought.expression)?.[0];
  const isYearOpen = sought.relative && MONTH_WRITTEN.test(sought.expression);
  let best = 0;
  for (const date of view.dates()) {
    if (date.granularity === 'year') continue;
    if (date.from !== null && date.to !== null) {
      if (date.from <= to && date.to >= from) return 1;
      if (isYearOpen && date.from.slice(5) <= to.slice(5) && date.to.slice(5) >= from.slice(5)) {
        return 1;
      }
    } else if (written !== undefined && date.expression.endsWith(written)) {
      best = STRENGTH.openDate;
    }
  }
  return best;
}

/** Names are compared by key only across languages: within one, the words themselves decide. */
function sharesName(term: SoughtTerm, view: TextView): boolean {
  if (term.nameKeys.size === 0 || term.language === view.language) return false;
  const there = view.nameKeys();
  return [...term.nameKeys].some((key) => there.has(key));
}

function holds(text: string, words: string): boolean {
  if (!ASCII.test(words)) return text.includes(words);
  let from = text.indexOf(words);
  while (from !== -1) {
    const before = text.charAt(from - 1);
    const after = text.charAt(from + words.length);
    if (!/[a-z0-9]/.test(before) && !/[a-z0-9]/.test(after)) return true;
    from = text.indexOf(words, from + 1);
  }
  return false;
}

/** Characters of the term in order and close together in the text, or a text's word in the term. */
function isAbbreviated(term: string, view: TextView): boolean {
  if (term.length >= 3 && isSpreadOut(term, view.folded, ABBREVIATION_SLACK)) return true;
  if (term.length === 2 && isSpreadOutInWord(term, view)) return true;
  const last = term.at(-1);
  for (const word of view.normals) {
    if (
      word.length >= 2 &&
      word.length < term.length &&
      word.at(-1) === last &&
      HAN_ONLY.test(word) &&
      word.charAt(0) !== last &&
      !term.includes(word) &&
      isSubsequence(word, term)
    ) {
      return true;
    }
  }
  return false;
}

function isSpreadOutInWord(term: string, view: TextView): boolean {
  for (const word of view.normals) {
    if (word.length > 2 && word.length <= 6 && word.at(-1) === term.at(-1)) {
      if (isSubsequence(term, word) && !word.includes(term)) return true;
    }
  }
  return false;
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) {
    if (character === short.charAt(at)) at++;
  }
  return at === short.length;
}

function isSpreadOut(term: string, text: string, slack: number): boolean {
  const first = term.charAt(0);
  for (let start = text.indexOf(first); start !== -1; start = text.indexOf(first, start + 1)) {
    const window = text.slice(start, start + term.length + slack);
    if (!/[，。；：、！？\s]/u.test(window.trimEnd()) && isSubsequence(term, window)) return true;
  }
  return false;
}

/** Share of a term's character pairs, or of its words, that the text holds. */
function shareOfPieces(term: string, view: TextView): number {
  if (ASCII.test(term)) {
    const words = term.split(/[^a-z0-9]+/).filter((word) => word.length > 1);
    const found = words.filter((word) => holds(view.folded, word) || hasKin(word, view)).length;
    return words.length === 0 ? 0 : found / words.length;
  }
  if (term.length < 3) return 0;
  let found = 0;
  for (let i = 0; i + 2 <= term.length; i++) {
    if (view.folded.includes(term.slice(i, i + 2))) found++;
  }
  return found / (term.length - 1);
}

/** Letters that a country and its people share: Russia and Russian, Asia and Asian. */
const KIN_PREFIX = 4;

function hasKin(word: string, view: TextView): boolean {
  if (word.length < KIN_PREFIX) return false;
  return view.tokens.some(({ text, stop }) => {
    const other = text.toLowerCase();
    const shorter = other.length < word.length ? other : word;
    return (
      !stop &&
      shorter.length >= KIN_PREFIX &&
      Math.abs(other.length - word.length) <= 3 &&
      other.startsWith(shorter) === word.startsWith(shorter)
    );
  });
}

/** Agreement in meaning: through the dictionary that both languages share, or by word vectors. */
function byMeaning(term: SoughtTerm, view: TextView): number {
  const concepts = view.concepts();
  let shared = 0;
  for (const [stem, weight] of term.concepts) {
    const there = concepts.get(stem);
    if (there !== undefined) shared += Math.min(weight, 1) * Math.min(there, 1);
  }
  shared /= term.role === 'name' ? Math.max(1, term.concepts.size) : 1;
  const strength = term.language === view.language ? STRENGTH.synonym : STRENGTH.translation;
  const byConcept = shared < LEAST_CONCEPT ? 0 : strength * Math.min(1, shared);
  if (byConcept > STRENGTH.nearby || term.role === 'name') return byConcept;
  const nearness = view.nearest(term.normal);
  return Math.max(byConcept, nearness < LEAST_NEARNESS ? 0 : STRENGTH.nearby * nearness);
}

/** Where in a text a term that it holds stands: by its words, else by what they mean. */
export function placesOf(term: SoughtTerm, view: TextView): readonly Span[] {
  const words = view.tokens.filter(({ stop }) => !stop);
  const exact = words.filter(({ normal }) => normal === term.normal);
  if (exact.length > 0) return exact;
  const partly = words.filter(
    ({ normal }) => normal.includes(term.normal) || term.normal.includes(normal),
  );
  if (partly.length > 0) return partly;
  const abbreviated = words.filter(
    ({ normal }) =>
      HAN_ONLY.test(normal) &&
      normal.at(-1) === term.normal.at(-1) &&
      (isSubsequence(term.normal, normal) || isSubsequence(normal, term.normal)),
  );
  if (abbreviated.length > 0) return abbreviated;
  return view
    .groups()
    .filter(({ stems }) => stems.some(({ stem }) => term.concepts.has(stem)))
    .map(({ token }) => token);
}
