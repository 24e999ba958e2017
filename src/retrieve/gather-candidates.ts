import type { Language } from '../core/article.ts';
import type { RankingSignal } from '../core/passage.ts';
import type { ScoredChunk, SearchIndex } from '../core/search-index.ts';
import type { CollectionView } from './collection-view.ts';
import { type BySignal, RANKING_SIGNALS, type SearchForm } from './signal-scores.ts';

export interface GatherOptions {
  /** Most chunks from each list. */
  readonly limit: number;
  /** The language of the chunks to gather; absent gathers all. */
  readonly language?: Language | undefined;
  /** Chunks to consider; absent means all. */
  readonly accept?: ((chunk: number) => boolean) | undefined;
}

/**
 * A language of so few chunks is scored whole: a filter would be asked about nearly every chunk of
 * the other language before it had found enough.
 */
const SCORED_WHOLE = 400;

/**
 * What is taken from a list beyond the share that a language has of the collection, before the
 * other language's chunks are left out: a factor, and a few more for lists that differ from it.
 */
const MARGIN = 1.2;
const SPARE = 4;
/** From so many times the limit on, filtering while searching is the cheaper way. */
const MOST_OVERFETCH = 3;

/** The best chunks of every list that has a weight, each chunk once. */
export function gatherCandidates(
  form: SearchForm,
  view: CollectionView,
  weights: BySignal<number>,
  options: GatherOptions,
): number[] {
  const list = listReader(form, view, options);
  const found = new Set<number>();
  for (const signal of RANKING_SIGNALS) {
    if (weights[signal] === 0) continue;
    for (const { chunk } of list(signal)) found.add(chunk);
  }
  return [...found];
}

/** How a list is read for a language; each way gives the same chunks, at another cost. */
function listReader(
  form: SearchForm,
  view: CollectionView,
  { limit, language, accept }: GatherOptions,
): (signal: RankingSignal) => readonly ScoredChunk[] {
  const { index, chunksByLanguage, languages } = view;
  const search = (signal: RankingSignal, most: number, acceptChunk: typeof accept) =>
    signal === 'vectors'
      ? index.searchVectors(form.vector, { limit: most, accept: acceptChunk })
      : index.searchKeywords(signal, form.terms[signal], { limit: most, accept: acceptChunk });
  if (language === undefined || languages.length === 1) {
    return (signal) => search(signal, limit, accept);
  }
  const own = chunksByLanguage.get(language) ?? [];
  if (own.length <= SCORED_WHOLE) {
    const considered = accept === undefined ? own : own.filter(accept);
    return (signal) => scoreWhole(signal, considered, form, index, limit);
  }
  const inLanguage = (chunk: number) => index.articleOf(chunk).language === language;
  const filtered = (signal: RankingSignal) =>
    search(signal, limit, (chunk) => inLanguage(chunk) && (accept?.(chunk) ?? true));
  const most = Math.ceil((MARGIN * limit * index.chunks.length) / own.length) + SPARE;
  if (most > MOST_OVERFETCH * limit) return filtered;
  return (signal) => {
    const taken = search(signal, most, accept);
    const kept = taken.filter(({ chunk }) => inLanguage(chunk));
    return taken.length < most || kept.length >= limit ? kept.slice(0, limit) : filtered(signal);
  };
}

function scoreWhole(
  signal: RankingSignal,
  chunks: readonly number[],
  { terms, vector }: SearchForm,
  index: SearchIndex,
  limit: number,
): ScoredChunk[] {
  const scores =
    signal === 'vectors'
      ? index.vectorScores(vector, chunks)
      : index.keywordScores(signal, terms[signal], chunks);
  return chunks
    .map((chunk, position) => ({ chunk, score: scores[position] ?? 0 }))
    .filter(({ score }) => signal === 'vectors' || score > 0)
    .sort((a, b) => b.score - a.score || a.chunk - b.chunk)
    .slice(0, limit);
}
