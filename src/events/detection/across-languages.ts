import type { Lexicon } from '../../language/dictionary/lexicon.ts';
import type { ArticleProfile } from './article-profile.ts';
import type { InternTerm } from './shared-terms.ts';

/** What a place counts as a term beside the words: it is the same in both languages. */
const PLACE_PROMINENCE = 3;
/** Stems of a Chinese word that stand for it; the rest of its glosses are seldom meant. */
const MAX_STEMS = 3;
const MIN_WEIGHT = 0.3;

/**
 * A profile in terms that both languages share: English stems for the words, and places. A Chinese
 * word's prominence is divided among the stems of its glosses.
 */
export function conceptProfile(
  profile: ArticleProfile,
  lexicon: Lexicon,
  internTerm: InternTerm,
): ArticleProfile {
  const prominence = new Map<string, number>();
  const add = (term: string, amount: number) => {
    prominence.set(term, (prominence.get(term) ?? 0) + amount);
  };
  for (const [term, amount] of profile.terms) {
    const stems = lexicon
      .conceptStems(term)
      .filter(({ weight }) => weight >= MIN_WEIGHT)
      .slice(0, MAX_STEMS);
    if (stems.length === 0) add(term, amount);
    for (const { stem } of stems) add(stem, amount);
  }
  for (const place of profile.places) add(`place:${place}`, PLACE_PROMINENCE);
  // Prominence below one would turn its logarithm negative.
  const terms = Array.from(prominence, ([term, amount]) => internTerm(term, Math.max(1, amount)));
  return { ...profile, terms };
}
