import { describe, expect, it } from 'vitest';
import type { SystemMeasures } from '../../../lab/bench/measure-systems.ts';
import { meanQuality } from '../../../lab/bench/ranking-quality.ts';
import { describeStandings, standingsOf } from '../../../lab/bench/standings.ts';
import { OUR_WORDS, OURS, PEERS, type SystemEntry } from '../../../lab/bench/systems.ts';

function measured(system: SystemEntry, p50Milliseconds: number, gain: number): SystemMeasures {
  const scores = [{ gain, reciprocalRank: gain, answered: null }];
  const searches = { p50Milliseconds, p99Milliseconds: p50Milliseconds, answered: 1, scores };
  const quality = meanQuality(scores);
  return { system, build: null, open: null, searches: { ...searches, quality }, remark: null };
}

function peer(id: string): SystemEntry {
  const entry = PEERS.find((one) => one.id === id);
  if (entry === undefined) throw new RangeError(`There is no peer ${id}.`);
  return entry;
}

const systems = [
  measured(OURS, 4, 0.9),
  measured(OUR_WORDS, 0.5, 0.7),
  measured(peer('minisearch'), 50, 0.7),
  measured(peer('minisearch-no-stop-words'), 10, 0.7),
  measured(peer('flexsearch'), 2, 0.6),
  measured(peer('orama-no-stop-words'), 200, 0.8),
  measured(peer('sqlite-fts5'), 25, 0.7),
];

describe('ours against its peers', () => {
  it('holds the whole against all, and words against words by their policy on stop words', () => {
    const found = standingsOf(systems).map(({ ours, matched, peer: { name, p50Ratio } }) => [
      ours,
      matched,
      name,
      p50Ratio,
    ]);
    expect(found).toEqual([
      ['Yinzheng', false, 'Orama, stop words dropped', 50],
      ['Yinzheng', false, 'Orama, stop words dropped', 50],
      ['Yinzheng, words', true, 'MiniSearch', 100],
      ['Yinzheng, words', true, 'MiniSearch, stop words dropped', 20],
      ['Yinzheng, words', true, 'SQLite FTS5', 50],
    ]);
  });

  it('leaves out what nobody judged, and says what the best peer misses', () => {
    const unjudged = systems.map((one) => ({ ...one, searches: null }));
    expect(standingsOf(unjudged)).toEqual([]);
    expect(describeStandings([])).toEqual([]);
    const text = describeStandings(standingsOf(systems)).join('\n');
    expect(text).toMatch(/all in JavaScript .*none; the best: Orama.*−\.100.*50 times/);
    expect(text).toMatch(/words in JavaScript, all kept .*MiniSearch .*\+\.000.*100 times/);
  });
});
