import { foldText } from '../../language/characters/fold.ts';
import type { ConceptGroup } from '../../language/dictionary/concept-groups.ts';
import type { Lexicon } from '../../language/dictionary/lexicon.ts';
import { stemEnglish } from '../../language/morphology/stems.ts';
import type { WordSimilarity } from '../word-similarity.ts';
import { areSynonyms } from './news-synonyms.ts';
import { GENERIC_STEMS, sameMeaning } from './same-meaning.ts';

/** Cosine of word vectors from which words of two languages are taken for translations. */
const SIMILAR = 0.5;

const HAN = /\p{Script=Han}/u;

/**
 * Whether two words may mean the same: as news synonyms, or across scripts by any word of any gloss (主持 is "to
 * preside over" only in its third sense), or by the nearness of their vectors. Good enough for coverage, too loose for facts.
 */
export function createLooseMeaning(
  lexicon: Lexicon,
  similarity: WordSimilarity,
): (first: ConceptGroup, second: ConceptGroup) => boolean {
  const known = new Map<string, ReadonlySet<string>>();
  const glossStems = (word: string): ReadonlySet<string> => {
    let stems = known.get(word);
    if (stems === undefined) {
      const glosses = lexicon.lookup(word).flatMap((entry) => entry.glosses);
      stems = new Set(
        glosses.flatMap((gloss) => (foldText(gloss).match(/[a-z]{3,}/g) ?? []).map(stemEnglish)),
      );
      known.set(word, stems);
    }
    return stems;
  };
  return (first, second) => {
    if (sameMeaning(first, second)) return true;
    const [a, b] = [first.token.normal, second.token.normal];
    if (!HAN.test(a) && !HAN.test(b)) return areSynonyms(a, b);
    if (HAN.test(a) && HAN.test(b)) return false;
    if (sharesStem(first, second)) return true;
    const [chinese, english] = HAN.test(a) ? [a, b] : [b, a];
    const stems = [...glossStems(chinese)];
    return (
      stems.some((stem) => areSynonyms(stem, english)) || similarity(chinese, english) >= SIMILAR
    );
  };
}

function sharesStem(first: ConceptGroup, second: ConceptGroup): boolean {
  return first.stems.some(
    ({ stem }) => !GENERIC_STEMS.has(stem) && second.stems.some((other) => other.stem === stem),
  );
}
