import type { Language } from '../core/article.ts';
import type { BilingualName } from '../core/news-event.ts';
import type { AidedWords } from '../core/reading-aid.ts';
import type { Quantity, Sentence, SentenceName, SentenceToken } from '../core/sentence.ts';
import type { Span } from '../core/span.ts';
import { hasHan } from './characters/scripts.ts';
import { writeDays } from './dates/write-date.ts';
import type { Lexicon } from './dictionary/lexicon.ts';
import { newsWordInChinese, newsWordInEnglish } from './dictionary/news-words.ts';
import { stemEnglish } from './morphology/stems.ts';
import { englishName } from './names/english-name.ts';
import { createNameGlosses } from './names/gloss-names.ts';
import { pinyinOfChinese } from './names/pinyin-syllables.ts';
import { isRegionAbbreviations } from './names/region-abbreviations.ts';
import { findRoles } from './names/roles.ts';
import { surnameOf } from './names/surnames.ts';
import { CHINESE_OFFICE_END } from './names/titles.ts';
import { isTransliteration } from './names/transliteration.ts';
import { grouped, scaled, writeMoney } from './numbers/write-number.ts';

/** What the words of some sentences mean, offsets on the body, in order and never overlapping. */
export type ReadingAid = (
  sentences: readonly Sentence[],
  span: Span,
  reader: Language,
  /** `likely`, for a reader who looks words up, glosses as many as it can; see `certain`. */
  how?: AidPolicy,
) => readonly AidedWords[];

/**
 * `certain` rather leaves a word out than glosses it wrongly: names that the dictionary or the
 * articles have in both languages, Chinese people by their sound, offices, dates, numbers, and the
 * words in which news is told.
 */
export type AidPolicy =
  | { readonly kind: 'likely' }
  | {
      readonly kind: 'certain';
      /** Names that the articles have in both languages. */
      readonly names: readonly BilingualName[];
    };

const LIKELY: AidPolicy = { kind: 'likely' };

export interface ReadingAidParts {
  readonly lexicon: Lexicon;
  /** Share of running text that a Chinese word makes up. */
  readonly probabilityOf: (word: string) => number;
}

/** Latin words shorter than this are no names of things. */
const MIN_LETTERS = 3;

/** Made of the dictionary, the names' two scripts, and the dates and numbers that were read. */
export function createReadingAid({ lexicon, probabilityOf }: ReadingAidParts): ReadingAid {
  const glosses = createNameGlosses(lexicon);
  const regionsZh = new Intl.DisplayNames(['zh-CN'], { type: 'region', fallback: 'none' });
  let chinese: ReadonlyMap<string, string> | null = null;

  const nameGloss = (name: SentenceName, reader: Language): string | null => {
    if (reader === 'en') {
      if (!hasHan(name.text)) return null;
      const english = englishName(name.text, name.kind, lexicon, glosses);
      // Of a foreigner only the sound of the characters is known.
      return english ?? (name.kind === 'person' ? soundOf(name.text) : null);
    }
    return regionOf(name) ?? chineseFor(name.text.toLowerCase());
  };

  const wordGloss = (text: string, reader: Language): string | null => {
    if (reader === 'en') {
      if (text.length < 2 || !hasHan(text)) return null;
      return newsWordInEnglish(text) ?? englishGloss(text, lexicon);
    }
    if (text.length < MIN_LETTERS || !/^\p{Script=Latin}+$/u.test(text)) return null;
    const lower = text.toLowerCase();
    return newsWordInChinese(lower) ?? chineseFor(lower) ?? chineseFor(`~${stemEnglish(lower)}`);
  };

  const regionOf = ({ keys }: SentenceName): string | null => {
    const code = keys.find((key) => key.startsWith('region:'))?.slice('region:'.length);
    return code !== undefined && /^[A-Z]{2}$/u.test(code) ? (regionsZh.of(code) ?? null) : null;
  };

  const chineseFor = (key: string): string | null => {
    chinese ??= chineseWords(lexicon, probabilityOf);
    return chinese.get(key) ?? null;
  };

  const likely: Glosses = {
    name: nameGloss,
    word: wordGloss,
    title: (text, id) => wordGloss(text, 'en') ?? id,
  };

  const certain = (names: readonly BilingualName[]): Glosses => ({
    name(name, reader, sentence) {
      const other = reader === 'en' ? 'zh' : 'en';
      // 冯振因: a name is at times read with the word behind it.
      const known =
        names.find((one) => {
          const its = one[other];
          return its === name.text || (its !== null && its.length > 1 && name.text.startsWith(its));
        })?.[reader] ?? null;
      if (known !== null && hasHan(known) === (reader === 'zh')) return known;
      if (reader === 'zh') return regionOf(name);
      if (!hasHan(name.text)) return null;
      if (name.kind === 'person') {
        // A headline begins with whom its readers know without his office.
        const isKnown =
          name.start === 0 || CHINESE_OFFICE_END.test(sentence.text.slice(0, name.start));
        const isChinese =
          isKnown &&
          surnameOf(name.text) !== '' &&
          !isTransliteration(name.text) &&
          !NEIGHBOURS.test(sentence.text);
        return isChinese ? englishName(name.text, 'person', lexicon, glosses) : null;
      }
      if (!isWhole(name, sentence)) return null;
      const place = name.kind === 'place' ? name.text.replace(/(?<=..)[市县省区州岛]$/u, '') : '';
      const english = (glosses.lookUp(name.text) ?? glosses.lookUp(place))?.english ?? null;
      // 巴中 is a city, and Pakistan and China.
      const isClear = !isRegionAbbreviations(name.text) || glosses.isCountry(english ?? '');
      return isClear && english !== null && !hasHan(english) ? english : null;
    },
    word: (text, reader) => (reader === 'en' ? newsWordInEnglish(text) : newsWordInChinese(text)),
    title: (text, id, before) =>
      `${before.endsWith('前') ? 'former ' : before.endsWith('副') ? 'deputy ' : ''}${newsWordInEnglish(text) ?? id}`,
  });

  return (sentences, span, reader, how = LIKELY) => {
    const glossed = how.kind === 'likely' ? likely : certain(how.names);
    return sentences
      .filter(
        ({ language, start, end }) => language !== reader && start < span.end && span.start < end,
      )
      .flatMap((sentence) => aidOf(sentence, reader, glossed))
      .filter(({ start, end }) => start >= span.start && end <= span.end);
  };
}

interface Glosses {
  name(name: SentenceName, reader: Language, sentence: Sentence): string | null;
  word(text: string, reader: Language): string | null;
  /**
   * @param id what the office is called where the dictionary has no word for it
   * @param before the text in front of it
   */
  title(text: string, id: string, before: string): string | null;
}

/** Whether words begin and end where a name does, and it is not the name of a street: 北安河北路. */
function isWhole({ start, end }: SentenceName, { tokens, text }: Sentence): boolean {
  return (
    tokens.some((token) => token.start === start) &&
    tokens.some((token) => token.end === end) &&
    !/^\p{Script=Han}{0,2}[路街巷桥村镇乡河]/u.test(text.slice(end))
  );
}

/** Where Koreans and Japanese are written of, a name is not said as a Chinese one. */
const NEIGHBOURS = /[韩日朝]|东京|首尔|平壤|越南/u;

function aidOf(sentence: Sentence, reader: Language, glosses: Glosses): AidedWords[] {
  const { text } = sentence;
  const aided: AidedWords[] = [];
  const add = ({ start, end }: Span, kind: AidedWords['kind'], gloss: string | null): void => {
    const isFree = aided.every((other) => end <= other.start || other.end <= start);
    const isNew = gloss !== null && gloss !== '' && gloss !== text.slice(start, end);
    if (isFree && isNew) aided.push({ start, end, kind, gloss });
  };
  for (const date of sentence.dates) {
    if (date.from === null || date.to === null || date.granularity === 'vague') continue;
    add(date, 'date', writeDays(date.from, date.to, reader));
  }
  for (const quantity of sentence.quantities) add(quantity, 'number', numberIn(quantity, reader));
  for (const name of sentence.names) {
    const kind = name.kind === 'other' ? 'word' : name.kind;
    add(name, kind, glosses.name(name, reader, sentence));
  }
  if (reader === 'en') {
    for (const role of findRoles(text)) {
      // 大使馆 is no ambassador.
      if (text.startsWith('馆', role.end)) continue;
      const written = text.slice(role.start, role.end);
      add(
        role,
        'title',
        glosses.title(written, role.id.replaceAll('-', ' '), text.slice(0, role.start)),
      );
    }
  }
  for (const token of sentence.tokens) {
    if (token.stop) continue;
    for (const part of dictionaryWords(token, (text) => glosses.word(text, reader))) {
      add(part, 'word', part.gloss);
    }
  }
  return aided
    .sort((a, b) => a.start - b.start)
    .map((each) => ({
      ...each,
      start: each.start + sentence.start,
      end: each.end + sentence.start,
    }));
}

/** A token that the dictionary has, or the longest words of it that it has: 主持会议 → 主持, 会议. */
function* dictionaryWords(
  { text, start, end, kind }: SentenceToken,
  glossOf: (word: string) => string | null,
): Generator<Span & { readonly gloss: string }> {
  const whole = glossOf(text);
  if (whole !== null) yield { start, end, gloss: whole };
  if (whole !== null || kind !== 'han') return;
  for (let at = 0; at < text.length - 1; at++) {
    for (let length = text.length - at; length >= 2; length--) {
      const gloss = glossOf(text.slice(at, at + length));
      if (gloss === null) continue;
      yield { start: start + at, end: start + at + length, gloss };
      at += length - 1;
      break;
    }
  }
}

/** The first thing that a Chinese word means, in few words: `to hold (a meeting)` → hold. */
function englishGloss(word: string, lexicon: Lexicon): string | null {
  for (const { glosses } of lexicon.lookup(word)) {
    for (const gloss of glosses) {
      const bare = gloss.replace(/\s*\([^)]*\)/gu, '').split(/\s*;/u, 1)[0] ?? '';
      if (!/^[\p{L} '-]{2,28}$/u.test(bare)) continue;
      if (!/^(?:see|variant|abbr|surname|old)\b/iu.test(bare)) return bare.replace(/^to /u, '');
    }
  }
  return null;
}

/** A number as the reader writes it; null where the digits are the same. */
function numberIn({ text, kind, unit, value }: Quantity, reader: Language): string | null {
  if (kind === 'percent') return `${value}%`;
  if (kind === 'money' && unit !== null) return writeMoney(value, unit, reader);
  if (kind !== 'cardinal' || /^\d+\D?$/u.test(text)) return null;
  const written = reader === 'en' ? scaled(value) : grouped(value);
  return Number(written.replaceAll(',', '')) === Number(text.replace(/[^\d.]/gu, '') || Number.NaN)
    ? null
    : written;
}

/** 阿西夫 → Axifu */
function soundOf(name: string): string | null {
  const syllables = pinyinOfChinese(name, false);
  const letters = syllables.join('').replace(/v/gu, 'u');
  return letters === '' ? null : letters.charAt(0).toUpperCase() + letters.slice(1);
}

/** Share of running text that is reckoned for words too rare to be counted. */
const RARE = 1e-7;
/** Common words are not glossed by rare ones; names may be rare. */
const MAX_RANK = 5.3;

const splitSenses = (gloss: string): string[] => gloss.split(/\s*;\s*/u);

/**
 * Chinese words by what they mean first: `minister` → 部长; by the stem too, with a mark before it.
 * Of several the one that is written most often, a gloss further back counting a tenth.
 */
function chineseWords(
  lexicon: Lexicon,
  probabilityOf: (word: string) => number,
): ReadonlyMap<string, string> {
  const best = new Map<string, { readonly word: string; readonly rank: number }>();
  const offer = (key: string, word: string, rank: number): void => {
    const known = best.get(key);
    if (known === undefined || rank < known.rank) best.set(key, { word, rank });
  };
  for (const word of lexicon.words()) {
    if (word.length < 2 || word.length > 8) continue;
    for (const { glosses } of lexicon.lookup(word)) {
      for (const [place, gloss] of glosses.slice(0, 3).flatMap(splitSenses).entries()) {
        const bare = gloss.replace(/^(?:to|the|a|an) /u, '').replace(/\s*\(.*$/u, '');
        if (!/^[\p{Script=Latin} '-]{3,40}$/u.test(bare)) continue;
        const rank = place - Math.log10(probabilityOf(word) + RARE);
        if (rank > MAX_RANK && !/^\p{Lu}/u.test(bare)) continue;
        offer(bare.toLowerCase(), word, rank);
        if (!bare.includes(' ')) offer(`~${stemEnglish(bare.toLowerCase())}`, word, rank + 1);
      }
    }
  }
  return new Map([...best].map(([key, { word }]) => [key, word]));
}
