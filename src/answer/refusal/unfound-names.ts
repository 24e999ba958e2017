import type { Article, Language } from '../../core/article.ts';
import type { Sentence } from '../../core/sentence.ts';
import { foldText } from '../../language/characters/fold.ts';
import { hasHan } from '../../language/characters/scripts.ts';
import type { Lexicon } from '../../language/dictionary/lexicon.ts';
import { pinyinOfChinese, splitPinyin } from '../../language/names/pinyin-syllables.ts';
import { surnameOf } from '../../language/names/surnames.ts';
import { isTransliteration } from '../../language/names/transliteration.ts';
import type { AskedName } from '../reader/asked-question.ts';
import type { ReadEvidence } from '../reader/read-evidence.ts';
import { bare, MIN_SHARE } from './unmentioned-words.ts';

const MAX_NAMED = 2;
/** Strength from which a word is spoken of, by whatever the reader goes by. */
const HINTED = 0.1;

/**
 * Names of a question that stand nowhere in what was read of the articles that are shown. Only of
 * names can it be known: any other word has paraphrases, and of a hundred that neither dictionary
 * nor word vectors found, one in three was there in other words. Across languages only those count
 * whose other form is certain: countries, and Chinese people.
 */
export function unfoundNames(
  { asked, weights, ranked }: ReadEvidence,
  shown: ReadonlySet<Article>,
  { conceptStems }: Pick<Lexicon, 'conceptStems'>,
): string[] {
  const read = ranked.filter(({ article }) => shown.has(article));
  const lacks = createNameSearch(
    read.map(({ sentence }) => sentence),
    asked.question.language,
    conceptStems,
  );
  const names = asked.names.filter((name, j) => {
    const own = asked.words.flatMap((word, i) => (word.name === j ? [i] : []));
    const isTelling = own.some((i) => (weights[i] ?? 0) >= MIN_SHARE);
    const isHinted = read.some(({ around }) => own.some((i) => (around[i] ?? 0) >= HINTED));
    return isTelling && !isHinted && lacks(name);
  });
  return [...new Set(names.map(({ text }) => bare(text)))].slice(0, MAX_NAMED);
}

/** What tells of a name that sentences surely do not hold it. */
function createNameSearch(
  sentences: readonly Sentence[],
  language: Language,
  conceptStems: Lexicon['conceptStems'],
): (name: AskedName) => boolean {
  const text = squeeze(sentences.map((sentence) => sentence.text).join('\n'));
  const isTranslated = sentences.some((sentence) => sentence.language !== language);
  return ({ text: name, keys }) => {
    if (sentences.length === 0 || holdsPart(text, squeeze(name))) return false;
    if (!isTranslated) return true;
    if ([...keys].some((key) => key.startsWith('region:'))) {
      // 美国 is in "African-American" too, which is what 美国人 means; 印 of 中印 is a country as well.
      const stems = [name, `${name}人`].flatMap((word) => conceptStems(word));
      return stems.length > 0 && stems.every(({ stem }) => !text.includes(stem));
    }
    return isChinesePerson(name) && !soundOf(text).includes(soundOf(squeeze(name)));
  };
}

/** Whether a text holds a name or, of Chinese, two characters of it, or 王某 of 王建国. */
function holdsPart(text: string, name: string): boolean {
  if (!hasHan(name)) return text.includes(name);
  const surname = surnameOf(name);
  if (surname !== '' && new RegExp(`${surname}(?:某|先生|女士|姓)`, 'u').test(text)) return true;
  return Array.from({ length: name.length - 1 }, (_, at) => name.slice(at, at + 2)).some((pair) =>
    text.includes(pair),
  );
}

/** A text without its spaces: "UserDatagram" is "User Datagram". */
function squeeze(text: string): string {
  return foldText(text).replace(/[^\S\n]+|-/gu, '');
}

/** 董军 and "Dong Jun" are a surname and what is given, which foreign names only look like. */
function isChinesePerson(name: string): boolean {
  if (hasHan(name)) return surnameOf(name) !== '' && !isTransliteration(name) && name.length <= 3;
  const [surname = '', ...given] = name.split(/\s+/u);
  const syllables = splitPinyin(given.join('-'));
  return given.length > 0 && splitPinyin(surname)?.length === 1 && syllables !== null;
}

/** A text as it sounds: Chinese in pinyin, and letters alone. */
function soundOf(text: string): string {
  return text
    .replace(/\p{Script=Han}+/gu, (han) => pinyinOfChinese(han, false).join(''))
    .replace(/[^a-z]/gu, '');
}
