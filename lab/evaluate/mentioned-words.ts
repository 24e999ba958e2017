import type { Article } from '../../src/core/article.ts';
import { foldText } from '../../src/language/characters/fold.ts';
import { hasHan } from '../../src/language/characters/scripts.ts';
import type { Lexicon } from '../../src/language/dictionary/lexicon.ts';
import { stemEnglish } from '../../src/language/morphology/stems.ts';

/** Glosses of more words explain rather than translate. */
const MAX_GLOSS_LENGTH = 3;
/** A stem that makes up less of a gloss does not translate it. */
const MIN_WEIGHT = 0.5;
/** A single character stands in too many words to translate one: 以 of 以色列. */
const MIN_WORD_LENGTH = 2;

/**
 * Whether some article holds a word as it stands, or what the dictionary translates it with. It
 * reads every text, to check what is said of the index without asking the index.
 */
export function createMentionCheck(
  articles: readonly Article[],
  lexicon: Lexicon,
): (word: string) => boolean {
  let texts: string[] | undefined;
  let chinese: Map<string, string[]> | undefined;
  const anyHolds = (pattern: (text: string) => boolean) => {
    texts ??= articles.map(({ title, body }) => foldText(`${title}\n${body}`));
    return texts.some(pattern);
  };
  const translationsOf = (word: string) => {
    if (hasHan(word)) return glossesOf(word, lexicon);
    chinese ??= chineseByStem(lexicon);
    return chinese.get(stemEnglish(foldText(word))) ?? [];
  };
  return (word) =>
    [foldText(word), ...translationsOf(word)].some((one) => {
      if (hasHan(one)) return anyHolds((text) => text.includes(one));
      const whole = new RegExp(`\\b${one.replace(/[^a-z0-9 ]/gu, '.')}\\b`, 'u');
      return anyHolds((text) => whole.test(text));
    });
}

function glossesOf(word: string, lexicon: Lexicon): string[] {
  return lexicon
    .lookup(word)
    .flatMap(({ glosses }) => glosses)
    .map((gloss) =>
      foldText(
        gloss
          .replace(/\(.*?\)/gu, '')
          .replace(/^to /u, '')
          .trim(),
      ),
    )
    .filter((gloss) => gloss !== '' && gloss.split(' ').length <= MAX_GLOSS_LENGTH);
}

/** Chinese words by the stems that translate them. */
function chineseByStem(lexicon: Lexicon): Map<string, string[]> {
  const words = new Map<string, string[]>();
  for (const word of lexicon.words()) {
    if (word.length < MIN_WORD_LENGTH) continue;
    for (const { stem, weight } of lexicon.conceptStems(word)) {
      if (weight <= MIN_WEIGHT) continue;
      const known = words.get(stem);
      if (known === undefined) words.set(stem, [word]);
      else known.push(word);
    }
  }
  return words;
}
