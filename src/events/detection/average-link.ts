import type { SimilarPair } from './similar-pairs.ts';
import type { ProfileVector } from './term-space.ts';

export interface LinkLimits {
  /** Least mean similarity between the members of two groups that are joined. */
  readonly similarity: number;
  /** What else speaks for or against two members, to add to the similarity of their words. */
  readonly agreement: (first: number, second: number) => number;
  /** The most members of a group. */
  readonly size: number;
}

interface Group {
  readonly members: number[];
  /** Sum of the members' vectors: the mean similarity of two groups is their sums' product. */
  readonly sum: Map<number, number>;
  readonly neighbours: Set<number>;
}

interface Candidate {
  readonly similarity: number;
  readonly first: number;
  readonly second: number;
}

/**
 * Groups by average linkage (UPGMA; Sokal and Michener, 1958): the two most similar groups are
 * joined while the mean similarity over all pairs of their members, found or not, is high enough.
 * A chain of neighbours does not hold far members together, as it would by single linkage.
 *
 * @param pairs every pair of members that could be joined first
 * @returns groups of at least two, members ascending
 */
export function groupByAverageLink(
  vectors: readonly ProfileVector[],
  pairs: readonly SimilarPair[],
  limits: LinkLimits,
): number[][] {
  const groups = new Map<number, Group>();
  const queue = new CandidateQueue();
  const groupOf = (member: number): Group => {
    const known = groups.get(member);
    if (known !== undefined) return known;
    const group = { members: [member], sum: sumOf(vectors[member]), neighbours: new Set<number>() };
    groups.set(member, group);
    return group;
  };
  for (const { first, second, similarity } of pairs) {
    groupOf(first).neighbours.add(second);
    groupOf(second).neighbours.add(first);
    queue.add({ similarity, first, second });
  }
  let next = vectors.length;
  for (let best = queue.take(); best !== null; best = queue.take()) {
    const [a, b] = [groups.get(best.first), groups.get(best.second)];
    // A candidate of a group that was joined since has been put anew.
    if (a === undefined || b === undefined) continue;
    groups.delete(best.first);
    groups.delete(best.second);
    const joined = joinGroups(a, b);
    const number = next++;
    for (const neighbour of [...joined.neighbours]) {
      const other = groups.get(neighbour);
      joined.neighbours.delete(neighbour);
      if (other === undefined) continue;
      other.neighbours.delete(best.first);
      other.neighbours.delete(best.second);
      if (joined.members.length + other.members.length > limits.size) continue;
      const similarity = meanSimilarity(joined, other, limits.agreement);
      if (similarity < limits.similarity) continue;
      joined.neighbours.add(neighbour);
      other.neighbours.add(number);
      queue.add({ similarity, first: neighbour, second: number });
    }
    groups.set(number, joined);
  }
  return Array.from(groups.values(), ({ members }) => members.sort((x, y) => x - y)).filter(
    ({ length }) => length > 1,
  );
}

function joinGroups(a: Group, b: Group): Group {
  const [large, small] = a.sum.size >= b.sum.size ? [a, b] : [b, a];
  for (const [term, weight] of small.sum) {
    large.sum.set(term, (large.sum.get(term) ?? 0) + weight);
  }
  return {
    members: [...a.members, ...b.members],
    sum: large.sum,
    neighbours: new Set([...a.neighbours, ...b.neighbours]),
  };
}

function meanSimilarity(a: Group, b: Group, agreement: LinkLimits['agreement']): number {
  const [small, large] = a.sum.size <= b.sum.size ? [a, b] : [b, a];
  let product = 0;
  for (const [term, weight] of small.sum) product += weight * (large.sum.get(term) ?? 0);
  for (const first of a.members)
    for (const second of b.members) product += agreement(first, second);
  return product / (a.members.length * b.members.length);
}

function sumOf(vector: ProfileVector | undefined): Map<number, number> {
  const sum = new Map<number, number>();
  for (const [at, term] of (vector?.terms ?? new Uint32Array()).entries()) {
    sum.set(term, vector?.weights[at] ?? 0);
  }
  return sum;
}

/** A binary heap, most similar first; ties by number, so that the result is always the same. */
class CandidateQueue {
  readonly #heap: Candidate[] = [];

  add(candidate: Candidate): void {
    const heap = this.#heap;
    let at = heap.push(candidate) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !isBefore(candidate, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = candidate;
  }

  take(): Candidate | null {
    const heap = this.#heap;
    const best = heap[0];
    const last = heap.pop();
    if (best === undefined || last === undefined) return null;
    if (heap.length === 0) return best;
    let at = 0;
    for (;;) {
      const left = heap[2 * at + 1];
      const right = heap[2 * at + 2];
      if (left === undefined) break;
      const goRight = right !== undefined && isBefore(right, left);
      const child = goRight ? right : left;
      if (!isBefore(child, last)) break;
      heap[at] = child;
      at = 2 * at + (goRight ? 2 : 1);
    }
    heap[at] = last;
    return best;
  }
}

function isBefore(a: Candidate, b: Candidate): boolean {
  if (a.similarity !== b.similarity) return a.similarity > b.similarity;
  return a.first !== b.first ? a.first < b.first : a.second < b.second;
}
