import type { Language } from '../../core/article.ts';
import type { NameKind } from '../../core/sentence.ts';
import { hasHan } from '../../language/characters/scripts.ts';
import { writeDays } from '../../language/dates/write-date.ts';
import type { Lexicon } from '../../language/dictionary/lexicon.ts';
import { createNameGlosses, type NameGlosses } from '../../language/names/gloss-names.ts';
import { pinyinOfChinese } from '../../language/names/pinyin-syllables.ts';
import { surnameOf } from '../../language/names/surnames.ts';
import type { ReadQuestion } from '../../question/read-question.ts';
import type { TypedCandidate } from './typed-candidate.ts';

/** A short answer as the reader can read it. */
export interface WrittenShortAnswer {
  readonly text: string;
  /** As the article writes it, where `text` is not that. */
  readonly original: string | null;
}

/** Writes short answers in the script of the one who asks. */
export type WriteShortAnswer = (
  candidate: TypedCandidate,
  question: ReadQuestion,
  reader: Language,
  article: Language,
) => WrittenShortAnswer;

const UNITS: Readonly<Record<string, string>> = {
  year: '年',
  month: '个月',
  week: '周',
  day: '天',
  hour: '小时',
  minute: '分钟',
  second: '秒',
};
/** Translations of posts and institutions are shown where every part has one. */
const MAX_TERM = 24;

export function createShortAnswerWriter(lexicon: Lexicon): WriteShortAnswer {
  const glosses = createNameGlosses(lexicon);
  const inEnglish = (text: string, kind: NameKind) => englishName(text, kind, lexicon, glosses);
  return (candidate, question, reader, article) => {
    const written = write(candidate, question, reader, article, inEnglish);
    const original = stripMarks(candidate.text);
    return written === null || written === original
      ? { text: original, original: null }
      : { text: written, original };
  };
}

function stripMarks(text: string): string {
  return text.trim().replace(/^[“「"《](?<inner>[^”」"》]*)[”」"》]$/u, '$<inner>');
}

type InEnglish = (text: string, kind: NameKind) => string | null;

/** The answer in the reader's script, or null where the article's words do. */
function write(
  candidate: TypedCandidate,
  question: ReadQuestion,
  reader: Language,
  article: Language,
  inEnglish: InEnglish,
): string | null {
  const { days, quantity, items } = candidate;
  if (days !== undefined) return writeDays(days.from, days.to, reader);
  if (quantity !== undefined) {
    return reader === article && question.expects !== 'duration'
      ? null
      : writeQuantity(candidate.text, quantity, question, reader, article);
  }
  const kind: NameKind =
    question.expects === 'person' ? 'person' : question.expects === 'place' ? 'place' : 'other';
  if (items !== undefined) {
    const comma = reader === 'zh' ? '、' : ', ';
    const translated = items.map((item) => (reader === 'en' ? inEnglish(item, kind) : null));
    const isReadable = reader === article || translated.every((item) => item !== null);
    return isReadable ? items.map((item, i) => translated[i] ?? item).join(comma) : null;
  }
  if (reader === 'en' && hasHan(candidate.text)) return inEnglish(stripMarks(candidate.text), kind);
  return null;
}

function writeQuantity(
  text: string,
  { value, kind, unit }: NonNullable<TypedCandidate['quantity']>,
  { expects, focus }: ReadQuestion,
  reader: Language,
  article: Language,
): string | null {
  if (expects === 'duration') {
    if (reader === article) return null;
    const name = unit ?? '';
    if (!/^\D*[\d一二两三四五六七八九十]+\D*$/u.test(text)) return null;
    if (reader === 'zh') return `${value}${UNITS[name] ?? name}`;
    return `${value} ${name}${value === 1 ? '' : 's'}`;
  }
  if (kind === 'percent') return `${value}%`;
  if (kind === 'money' && unit !== null) return writeMoney(value, unit, reader);
  if (kind === 'ordinal') return reader === 'zh' ? `第${value}` : ordinal(value);
  const number = reader === 'en' ? scaled(value) : grouped(value);
  return reader === 'en' && focus !== null && /^[a-z]+$/u.test(focus)
    ? `${number} ${focus}`
    : number;
}

export function scaled(value: number): string {
  if (value >= 1e9) return `${round(value / 1e9)} billion`;
  if (value >= 1e6) return `${round(value / 1e6)} million`;
  return new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 }).format(value);
}

export function grouped(value: number): string {
  if (value >= 1e8) return `${round(value / 1e8)}亿`;
  if (value >= 1e4) return `${round(value / 1e4)}万`;
  return String(value);
}

function round(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}

export function writeMoney(value: number, code: string, reader: Language): string | null {
  try {
    const names = new Intl.DisplayNames([reader === 'zh' ? 'zh-CN' : 'en'], { type: 'currency' });
    const name = names.of(code);
    if (name === undefined || name === code) return null;
    if (reader === 'zh') return `${grouped(value)}${name === '人民币' ? '元' : name}`;
    return `${scaled(value)} ${name === 'Chinese Yuan' ? 'yuan' : name.replace(/Dollar$/u, 'dollars').replace(/^US /u, 'US ')}`;
  } catch {
    return null;
  }
}

function ordinal(value: number): string {
  const tens = value % 100;
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
}

/** A Chinese name in English: by the dictionary, by its parts, or by its sound. */
export function englishName(
  text: string,
  kind: NameKind,
  lexicon: Lexicon,
  glosses: NameGlosses,
): string | null {
  if (!hasHan(text)) return text;
  const glossed = glosses.lookUp(text);
  if (glossed !== null) return glossed.english;
  if (kind === 'place' && /[市县省]$/u.test(text)) {
    const bare = glosses.lookUp(text.slice(0, -1));
    if (bare !== null) return bare.english;
  }
  const surname = surnameOf(text);
  if (kind === 'person' && surname !== '' && text.length <= 4 && text.length > surname.length) {
    const syllables = pinyinOfChinese(text, true);
    if (syllables.length !== text.length) return null;
    const spell = (parts: readonly string[]) => capitalise(parts.join('').replace(/v/gu, 'u'));
    return `${spell(syllables.slice(0, surname.length))} ${spell(syllables.slice(surname.length))}`;
  }
  return kind === 'person' || text.length > MAX_TERM ? null : byParts(text, lexicon, glosses);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Words of a post or institution that are put together; of more the order is not known. */
const MAX_PARTS = 2;

/** A post or institution by its country and its kind, or null where the dictionary lacks either. */
function byParts(text: string, lexicon: Lexicon, glosses: NameGlosses): string | null {
  const words: string[] = [];
  let at = 0;
  while (at < text.length) {
    const mark = /^[、，·\s]/u.exec(text.slice(at));
    if (mark !== null) {
      words.push(',');
      at++;
      continue;
    }
    let taken = 0;
    for (let length = Math.min(8, text.length - at); length >= 2 && taken === 0; length--) {
      const word = text.slice(at, at + length);
      const english = glosses.lookUp(word)?.english ?? firstGloss(word, lexicon);
      if (english === null) continue;
      words.push(english);
      taken = length;
    }
    if (taken === 0) return null;
    at += taken;
    if (words.length > MAX_PARTS) return null;
  }
  return words.join(' ').replace(/ ,/gu, ',');
}

function firstGloss(word: string, lexicon: Lexicon): string | null {
  for (const { glosses } of lexicon.lookup(word)) {
    const gloss = glosses.find(
      (one) =>
        /^[\p{L} '-]{2,28}$/u.test(one) && !/^(?:see|variant|abbr|surname|old)\b/iu.test(one),
    );
    if (gloss !== undefined) return gloss.replace(/^to /u, '');
  }
  return null;
}
