import Table from 'cli-table3';
import {
  type Contender,
  STANDARD_ERRORS,
  type Standing,
  standAgainst,
  TIE,
} from './fastest-peer.ts';
import type { SystemMeasures } from './measure-systems.ts';
import { OUR_WORDS, OURS, PEERS, type SystemEntry } from './systems.ts';
import { PLAIN_TABLE, ratio, share } from './table-figures.ts';

/** Ours, whole or in part, against the peers of one kind. */
export interface GroupStanding extends Standing {
  readonly ours: string;
  readonly 'nDCG@10': number;
  readonly p50Milliseconds: number;
  /** The peers, in words. */
  readonly against: string;
}

/**
 * What is held against what. Our whole search is held against all; words alone against words alone,
 * apart for each way with stop words, since that decides the ratio more than the engine does.
 */
const GROUPS: readonly {
  readonly ours: SystemEntry;
  readonly against: string;
  readonly holds: (peer: SystemEntry) => boolean;
}[] = [
  { ours: OURS, against: 'all in JavaScript', holds: ({ javaScript }) => javaScript },
  {
    ours: OURS,
    against: 'hybrids in JavaScript',
    holds: ({ javaScript, ranks }) => javaScript && ranks === 'hybrid',
  },
  wordGroup('words in JavaScript, all kept', { javaScript: true, stopWords: 'kept' }),
  wordGroup('words in JavaScript, stop words dropped', { javaScript: true, stopWords: 'dropped' }),
  wordGroup('words in native code, all kept', { javaScript: false, stopWords: 'kept' }),
  wordGroup('words in native code, stop words dropped', {
    javaScript: false,
    stopWords: 'dropped',
  }),
];

function wordGroup(against: string, wanted: Pick<SystemEntry, 'javaScript' | 'stopWords'>) {
  return {
    ours: OUR_WORDS,
    against,
    holds: ({ ranks, javaScript, stopWords }: SystemEntry) =>
      ranks === 'words' && javaScript === wanted.javaScript && stopWords === wanted.stopWords,
  };
}

/** Every group that has a peer which was measured. */
export function standingsOf(systems: readonly SystemMeasures[]): GroupStanding[] {
  const contenderOf = ({ system, searches }: SystemMeasures): Contender[] =>
    searches === null || searches.quality === null ? [] : [{ name: system.name, ...searches }];
  const isPeer = ({ system }: SystemMeasures) => PEERS.some(({ id }) => id === system.id);
  return GROUPS.flatMap(({ ours, against, holds }) => {
    const own = systems.find(({ system }) => system.id === ours.id);
    const [contender] = own === undefined ? [] : contenderOf(own);
    if (own === undefined || contender === undefined) return [];
    const group = systems.filter((measures) => isPeer(measures) && holds(measures.system));
    const standing = standAgainst(contender, group.flatMap(contenderOf));
    if (standing === null) return [];
    return {
      ours: contender.name,
      'nDCG@10': own.searches?.quality?.['nDCG@10'] ?? 0,
      p50Milliseconds: contender.p50Milliseconds,
      against,
      ...standing,
    };
  });
}

export function describeStandings(standings: readonly GroupStanding[]): string[] {
  if (standings.length === 0) return [];
  const table = new Table({
    head: ['ours', 'against', 'fastest that finds no less', 'nDCG@10', 'hit@5', 'p50'],
    colAligns: ['left', 'left', 'left', 'right', 'right', 'right'],
    ...PLAIN_TABLE,
  });
  for (const { ours, against, matched, peer } of standings) {
    table.push([
      ours,
      against,
      matched ? peer.name : `none; the best: ${peer.name}`,
      `${difference(peer.gainDifference)} ± ${share(peer.standardError)}`,
      difference(peer['hit@5Difference']),
      `${ratio(peer.p50Ratio)} times`,
    ]);
  }
  return [
    '',
    table.toString(),
    `"No less" is by nDCG@10 on the same questions; up to ${share(TIE)} below ours, or up to ${STANDARD_ERRORS} standard errors of`,
    'the difference (after ±), still counts, in favour of the peer. Differences are the peer’s less',
    'ours: where they are negative, it misses so much. Times are its p50 over ours: below 1 it is faster.',
  ];
}

/** A share with its sign. */
const difference = (value: number) => `${value < 0 ? '−' : '+'}${share(Math.abs(value))}`;
