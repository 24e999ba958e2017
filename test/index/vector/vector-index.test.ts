import { beforeAll, describe, expect, it } from 'vitest';
import type { ChunkRange } from '../../../src/index/chunk-range.ts';
import { FlatVectors } from '../../../src/index/vector/flat-vectors.ts';
import { loadHnswlib } from '../../../src/index/vector/load-hnswlib.ts';
import { VectorGraph } from '../../../src/index/vector/vector-graph.ts';
import { needsGraph, VectorIndex } from '../../../src/index/vector/vector-index.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const DIMENSIONS = 64;

/** Vectors around some centres, as those of texts are; the same every time. */
function clusteredVectors(count: number, seed: number): number[][] {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const gaussian = () =>
    Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
  const draw = () => Array.from({ length: DIMENSIONS }, gaussian);
  const centres = Array.from({ length: 40 }, draw);
  return Array.from({ length: count }, () => {
    const centre = centres[Math.floor(random() * centres.length)] as number[];
    return centre.map((value) => value + 0.8 * gaussian());
  });
}

const inRange =
  ({ start, end }: ChunkRange) =>
  (chunk: number) =>
    chunk >= start && chunk < end;

const everything = ({ count }: FlatVectors) => ({ start: 0, end: count });

/** Without a compiler there is no library that makes graphs. */
const KINDS = [...(loadHnswlib().library === null ? [] : ['with a graph']), 'without a graph'];

describe.each(KINDS)('VectorIndex %s', (kind) => {
  const isGraph = kind === 'with a graph';
  const all = clusteredVectors(6_050, 7);
  const flat = FlatVectors.of(all.slice(50));
  const questions = all.slice(0, 50);
  const graphOf = (vectors: FlatVectors) => (isGraph ? VectorGraph.build(vectors) : null);
  let exact: VectorIndex;
  let approximate: VectorIndex;
  beforeAll(async () => {
    exact = new VectorIndex(flat, [{ range: everything(flat), graph: null }]);
    const file = `${temporaryDirectory()}/graph.bin`;
    if (isGraph) VectorGraph.build(flat).write(file);
    const graph = isGraph ? await VectorGraph.read(file, DIMENSIONS) : null;
    approximate = new VectorIndex(flat, [{ range: everything(flat), graph }]);
  });

  it('is asked for at a size that a scan could not serve', () => {
    expect(needsGraph(new FlatVectors(new Float32Array(1_000 * 100), 100))).toBe(false);
    expect(needsGraph(new FlatVectors(new Float32Array(20_000 * 100), 100))).toBe(true);
  });

  it('finds at least .98 of the ten nearest, after being written and read', () => {
    let found = 0;
    for (const question of questions) {
      const expected = exact.search(question, { limit: 10 });
      const chunks = approximate.search(question, { limit: 10 }).map(({ chunk }) => chunk);
      found += expected.filter(({ chunk }) => chunks.includes(chunk)).length;
    }
    expect(found / (10 * questions.length)).toBeGreaterThanOrEqual(0.98);
  });

  it('gives the scores of the exact scan, best first', () => {
    for (const question of questions) {
      const found = approximate.search(question, { limit: 25 });
      const chunks = found.map(({ chunk }) => chunk);
      expect(found.map(({ score }) => score)).toEqual(exact.scores(question, chunks));
      expect(found).toEqual([...found].sort((a, b) => b.score - a.score));
    }
  });

  it('fills the limit under any filter that enough chunks pass, and keeps to it', () => {
    for (const divisor of [2, 10, 500]) {
      const accept = (chunk: number) => chunk % divisor === 1;
      for (const question of questions.slice(0, 10)) {
        const found = approximate.search(question, { limit: 10, accept });
        expect(found).toHaveLength(10);
        expect(found.every(({ chunk }) => accept(chunk))).toBe(true);
        expect(found[0]).toEqual(exact.search(question, { limit: 10, accept })[0]);
      }
    }
  });

  it('gives all it has when asked for more, and nothing when asked for none', () => {
    const few = FlatVectors.of(all.slice(0, 3));
    const small = new VectorIndex(few, [{ range: everything(few), graph: graphOf(few) }]);
    expect(small.search(all[0] as number[], { limit: 50 })).toHaveLength(3);
    expect(small.search(all[0] as number[], { limit: 0 })).toEqual([]);
  });

  it('finds in each part what a part alone would find, and in all the best of them', () => {
    const ranges = [
      { start: 0, end: 4_000 },
      { start: 4_000, end: flat.count },
    ];
    const parted = new VectorIndex(
      flat,
      ranges.map((range) => ({ range, graph: graphOf(flat.part(range)) })),
    );
    for (const question of questions.slice(0, 10)) {
      for (const range of ranges) {
        const found = parted.search(question, { limit: 10, range });
        expect(found).toHaveLength(10);
        expect(found.every(({ chunk }) => chunk >= range.start && chunk < range.end)).toBe(true);
        expect(found[0]).toEqual(exact.search(question, { limit: 1, accept: inRange(range) })[0]);
      }
      expect(parted.search(question, { limit: 1 })).toEqual(exact.search(question, { limit: 1 }));
    }
  });

  it('passes on what a filter throws instead of ending the process', () => {
    const accept = () => {
      throw new Error('a filter failed');
    };
    expect(() => approximate.search(all[0] as number[], { limit: 5, accept })).toThrow(
      'a filter failed',
    );
  });
});
