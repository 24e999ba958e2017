import type { Language } from '../../../src/core/article.ts';
import type {
  DateMention,
  FoundName,
  NameKind,
  NumberMention,
} from '../../../src/core/sentence.ts';
import type { Span } from '../../../src/core/span.ts';
import { hasHan } from '../../../src/language/characters/scripts.ts';
import { findDates } from '../../../src/language/dates/dates.ts';
import type { NameAnalyzer } from '../../../src/language/names/names.ts';
import { findNumbers } from '../../../src/language/numbers/numbers.ts';

export type CorruptionKind = 'number' | 'date' | 'name' | 'place' | 'negation';

/** A true sentence with one thing changed, so that it is no longer true. */
export interface Corruption {
  readonly kind: CorruptionKind;
  readonly text: string;
  /** What was put in, and what it was put in the place of. */
  readonly changed: { readonly from: string; readonly to: string };
}

export interface CorruptionSource {
  readonly sentence: string;
  readonly language: Language;
  /** The context whose names are no change: a name is replaced by one that it does not hold. */
  readonly context: string;
}

/** Names to put in the place of others, by kind, from elsewhere in the collection. */
export type NamePool = Readonly<Record<NameKind, readonly string[]>>;

/** Picks from a list; must be deterministic for a fixed seed. */
export type Pick = <T>(list: readonly T[]) => T | undefined;

/** One corruption of each kind that the sentence gives a handle for. */
export function corruptSentence(
  source: CorruptionSource,
  pool: NamePool,
  names: NameAnalyzer,
  pick: Pick,
): Corruption[] {
  const { sentence, language } = source;
  const dates = findDates(sentence, { language, reference: '2025-01-01' });
  const numbers = findNumbers(sentence, dates);
  const found = names.findNames(sentence, language);
  // A reference mark ([34]) says nothing, so changing it would not make the sentence false.
  const marks = [...sentence.matchAll(/[[［【][^\]］】]{1,6}[\]］】]/gu)].map(
    ({ index, 0: mark }) => ({
      start: index,
      end: index + mark.length,
    }),
  );
  const isSpoken = (span: Span) => ![...found, ...marks].some((other) => overlap(other, span));
  const made = [
    corruptNumber(sentence, pick(numbers.filter(isSpoken))),
    corruptDate(sentence, pick(dates.filter(({ expression }) => /\d/.test(expression)))),
    corruptName(source, 'place', found, pool, names, pick),
    corruptName(source, 'name', found, pool, names, pick),
    corruptNegation(sentence, language),
  ];
  return made.filter((corruption) => corruption !== null);
}

function overlap(first: Span, second: Span): boolean {
  return first.start < second.end && second.start < first.end;
}

function replace(
  kind: CorruptionKind,
  sentence: string,
  { start, end }: Span,
  to: string,
): Corruption | null {
  const from = sentence.slice(start, end);
  if (from === to) return null;
  return { kind, text: sentence.slice(0, start) + to + sentence.slice(end), changed: { from, to } };
}

const NEXT_NUMERAL: Readonly<Record<string, string>> = {
  一: '三',
  二: '六',
  两: '五',
  三: '七',
  四: '九',
  五: '八',
  六: '二',
  七: '四',
  八: '三',
  九: '六',
  首: '第三',
  first: 'fifth',
  second: 'fourth',
  third: 'sixth',
  fourth: 'seventh',
  two: 'seven',
  three: 'eight',
  four: 'nine',
  five: 'two',
  six: 'four',
  seven: 'three',
  eight: 'six',
  ten: 'thirty',
};

/** Changes the first digit (12 → 42), or the numeral word. */
function corruptNumber(sentence: string, number: NumberMention | undefined): Corruption | null {
  if (number === undefined) return null;
  const digit = /[1-9]/.exec(number.text);
  const word =
    /[一二两三四五六七八九首]|\b(?:first|second|third|fourth|two|three|four|five|six|seven|eight|ten)\b/iu.exec(
      number.text,
    );
  const match = digit ?? word;
  if (match === null) return null;
  const to =
    digit === null ? NEXT_NUMERAL[match[0].toLowerCase()] : String((Number(match[0]) + 2) % 9 || 9);
  if (to === undefined) return null;
  const start = number.start + match.index;
  return replace('number', sentence, { start, end: start + match[0].length }, to);
}

/** Changes the last number of a date: 6月26日 → 6月23日, 2025年 → 2022年. */
function corruptDate(sentence: string, date: DateMention | undefined): Corruption | null {
  if (date === undefined) return null;
  const match = [...date.expression.matchAll(/\d+/g)].at(-1);
  if (match === undefined) return null;
  const value = Number(match[0]);
  const to = value > 1000 ? value - 3 : value > 3 ? value - 3 : value + 4;
  const start = date.start + match.index;
  return replace('date', sentence, { start, end: start + match[0].length }, String(to));
}

function corruptName(
  { sentence, context }: CorruptionSource,
  kind: 'name' | 'place',
  found: readonly FoundName[],
  pool: NamePool,
  names: NameAnalyzer,
  pick: Pick,
): Corruption | null {
  const wanted: readonly NameKind[] = kind === 'place' ? ['place'] : ['person', 'organization'];
  const name = pick(found.filter((candidate) => wanted.includes(candidate.kind)));
  if (name === undefined) return null;
  const lower = context.toLowerCase();
  const other = pick(
    pool[name.kind].filter(
      (candidate) =>
        !lower.includes(candidate.toLowerCase()) && !mayBeSame(candidate, name.text, names),
    ),
  );
  return other === undefined ? null : replace(kind, sentence, name, other);
}

/** 上合组织 for 上海合作组织 and "United States" for "US" would change nothing. */
function mayBeSame(first: string, second: string, names: NameAnalyzer): boolean {
  const shared = [...new Set(first)].filter((character) => second.includes(character)).length;
  const han = hasHan(first + second);
  return (
    first.includes(second) ||
    second.includes(first) ||
    names.namesMatch(first, second) > 0 ||
    (han && shared >= 2)
  );
}

const NEGATION_CHANGES: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  zh: [
    [/没有(?=[\p{Script=Han}])/u, '已经'],
    [/(?<![而并莫若凡])不(?=会|能|是|支持|同意|接受|谋求|承认|参加)/u, ''],
    [/(?<=\p{Script=Han}{2})将(?=[\p{Script=Han}]{2})(?!军|领|士)/u, '将不'],
    [/(?<![也还就都只不总若凡要但可正于乃却])是(?!否|非|以|因)/u, '不是'],
    [/(?<![没所具拥含享只仅还占])有(?!关|效|力|所|望|序|机|限|些)/u, '没有'],
    [
      /(?=举行|举办|通过|签署|达成|宣布|发布|获得|支持|同意|参加|出席|完成|推出|增长|上升|下降|提高)/u,
      '没有',
    ],
    [/已(?!经)|已经/u, '未'],
  ],
  en: [
    [/\b(is|are|was|were|has|have|had|will|would|can|could|should|must)\b(?! not)/u, '$1 not'],
    [/\b(is|are|was|were|has|have|had|will|would|can|could|should|did|does|do) not\b/u, '$1'],
    [
      /\b(aims|plans|expects|requires|provides|serves|emphasizes|views|faces|allows)\b/u,
      'never $1',
    ],
    [
      /\b(emphasized|highlighted|showed|reported|announced|won|signed|resulted|served|covers)\b/u,
      'never $1',
    ],
  ],
};

/** Denies what is said, or takes the denial away. */
function corruptNegation(sentence: string, language: Language): Corruption | null {
  for (const [pattern, to] of NEGATION_CHANGES[language]) {
    const match = pattern.exec(sentence);
    if (match === null) continue;
    const text = sentence.replace(pattern, to);
    return {
      kind: 'negation',
      text,
      changed: { from: match[0], to: match[0].replace(pattern, to) || to },
    };
  }
  return null;
}

/** Names of many texts by kind, each once, to draw replacements from. */
export function collectNames(
  texts: Iterable<{ readonly text: string; readonly language: Language }>,
  names: NameAnalyzer,
): NamePool {
  const pool: Record<NameKind, Set<string>> = {
    person: new Set(),
    place: new Set(),
    organization: new Set(),
    other: new Set(),
  };
  for (const { text, language } of texts) {
    for (const name of names.findNames(text, language)) {
      if (/\s$|^\s/.test(name.text)) continue;
      pool[name.kind].add(name.text);
    }
  }
  return {
    person: [...pool.person],
    place: [...pool.place],
    organization: [...pool.organization],
    other: [...pool.other],
  };
}
