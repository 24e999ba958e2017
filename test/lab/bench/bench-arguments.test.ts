import { describe, expect, it } from 'vitest';
import { BENCH_USAGE, parseBenchArguments } from '../../../lab/bench/bench-arguments.ts';
import { PEERS, USUAL_PEERS } from '../../../lab/bench/systems.ts';

describe('the arguments of npm run bench', () => {
  it('compares with the usual peers, and grows beyond 20,000 articles, unless told otherwise', () => {
    const { peers, growth, articles, corpus } = parseBenchArguments([]);
    expect(peers).toEqual(USUAL_PEERS.map(({ id }) => id));
    expect(growth.at(0)).toBe(1_000);
    expect(growth.at(-1)).toBeGreaterThan(20_000);
    expect(articles).toBe(20_000);
    expect(corpus).toBeNull();
  });

  it('measures each engine unless told otherwise, those for words with stop words and without', () => {
    const engines = (systems: typeof PEERS) => new Set(systems.map(({ engine }) => engine));
    expect(engines(USUAL_PEERS)).toEqual(engines(PEERS));
    for (const { engine } of PEERS.filter(({ ranks }) => ranks === 'words')) {
      const policies = USUAL_PEERS.filter((peer) => peer.engine === engine);
      expect(policies.map(({ stopWords }) => stopWords)).toEqual(['kept', 'dropped']);
    }
    const both = ['orama', 'orama-no-stop-words'];
    expect(parseBenchArguments(['--peers', both.join(',')]).peers).toEqual(both);
  });

  it('takes numbers in any order, and "none"', () => {
    const words = ['--growth', '300, 20', '--peers', 'none', '--patience', '7'];
    const given = parseBenchArguments(words);
    expect(given).toMatchObject({ growth: [20, 300], peers: [], patience: 7_000 });
    expect(parseBenchArguments(['--growth', 'none']).growth).toEqual([]);
  });

  it('is small when it should be quick, and still as told', () => {
    expect(parseBenchArguments(['--quick']).articles).toBeLessThan(1_000);
    expect(parseBenchArguments(['--quick', '--articles', '1500']).articles).toBe(1_500);
  });

  it.each([
    [['--articles', 'many'], '--articles'],
    [['--growth', '10,0'], '--growth'],
    [['--peers', 'minisearch,lucene'], 'lucene'],
    [['--no-such'], '--no-such'],
  ])('names what is wrong with %j', (words, named) => {
    expect(() => parseBenchArguments(words)).toThrow(named);
  });

  it('explains every option', () => {
    for (const option of ['corpus', 'questions', 'articles', 'peers', 'growth', 'json']) {
      expect(BENCH_USAGE).toContain(`--${option}`);
    }
  });
});
