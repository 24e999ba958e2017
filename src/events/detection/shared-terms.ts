import type { ProminentTerm } from './article-profile.ts';

/** Gives one and the same object for equal terms of equal prominence. */
export type InternTerm = (term: string, prominence: number) => ProminentTerm;

/**
 * Profiles of a large collection hold over a million terms, most of them again and again: as
 * objects of their own they would take more memory than the articles.
 */
export function createTermSharing(): InternTerm {
  const byProminence = new Map<number, Map<string, ProminentTerm>>();
  return (term, prominence) => {
    const terms = byProminence.get(prominence) ?? new Map<string, ProminentTerm>();
    if (terms.size === 0) byProminence.set(prominence, terms);
    const known = terms.get(term);
    if (known !== undefined) return known;
    const shared: ProminentTerm = [term, prominence];
    terms.set(term, shared);
    return shared;
  };
}
