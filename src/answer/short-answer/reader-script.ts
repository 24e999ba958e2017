import type { Language } from '../../core/article.ts';
import type { NameKind } from '../../core/sentence.ts';
import { hasHan } from '../../language/characters/scripts.ts';
import { writeDays } from '../../language/dates/write-date.ts';
import type { Lexicon } from '../../language/dictionary/lexicon.ts';
import { englishName } from '../../language/names/english-name.ts';
import { createNameGlosses } from '../../language/names/gloss-names.ts';
import { grouped, scaled, writeMoney } from '../../language/numbers/write-number.ts';
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

export function createShortAnswerWriter(lexicon: Lexicon): WriteShortAnswer {
  const glosses = createNameGlosses(lexicon);
  return (candidate, question, reader, article) => {
    const inEnglish = (text: string, kind: NameKind) =>
      candidate.isForeign === true && kind === 'person'
        ? (glosses.lookUp(text)?.english ?? null)
        : englishName(text, kind, lexicon, glosses);
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

function ordinal(value: number): string {
  const tens = value % 100;
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
}
