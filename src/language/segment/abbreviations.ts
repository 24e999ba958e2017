import { MONTH_ABBREVIATIONS } from '../dates/months.ts';

/** Always followed by a name or a term: no sentence ends here. */
const NEVER_FINAL = words(
  'mr mrs ms dr prof gen col sgt capt lt sen rep gov rev hon messrs mme pres adm cmdr maj supt ' +
    'vs cf viz approx ca dept est i.e e.g',
);

/** An abbreviation only before a number: `No. 5`, `Fig. 2`, `Sept. 15`. */
const BEFORE_NUMBERS = words(
  `no nos fig figs vol vols art arts sec secs ch chap p pp para ver op ed ${MONTH_ABBREVIATIONS.join(' ').toLowerCase()}`,
);

/** An abbreviation that may also close a sentence: decided by the word that follows. */
const MAYBE_FINAL = words('inc ltd co corp bros jr sr st mt ft al plc llc univ assn');

/** Words that open sentences, and seldom continue a name. */
const OPENING_WORDS = words(
  'the a an in it he she they we i you but and however this that these those there at on for ' +
    'from with as if when while after before since although though meanwhile moreover also both ' +
    'its his her their our to by under during some many most other such what who why how where ' +
    'according despite later last now then so not yes all each every one until once given',
);

const DOTTED = /^(?:\p{L}\.)+\p{L}$/u;
const INITIAL = /^\p{Lu}$/u;

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/**
 * Whether the full stop after `before` marks an abbreviation and not the end of a sentence.
 *
 * @param before the text up to the full stop, without it; its last word decides
 * @param after the text that follows, from its first character that is not white space
 */
export function isAbbreviation(before: string, after: string): boolean {
  const word = /[\p{Script=Latin}.]+$/u.exec(before)?.[0];
  if (word === undefined) return false;
  const normal = word.toLowerCase();
  const nextWord = /^["“‘'([]*(\p{L}+)/u.exec(after)?.[1]?.toLowerCase();
  const opensSentence = nextWord !== undefined && OPENING_WORDS.has(nextWord);
  if (NEVER_FINAL.has(normal))
    return /^\p{Lu}|\./u.test(word) || /^(?:vs|cf|viz|approx|ca)$/.test(word);
  if (BEFORE_NUMBERS.has(normal)) return /^\d/.test(after);
  if (DOTTED.test(word) || INITIAL.test(word) || MAYBE_FINAL.has(normal)) {
    return nextWord === undefined ? /^\d/.test(after) : !opensSentence;
  }
  return false;
}
