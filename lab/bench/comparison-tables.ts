import Table from 'cli-table3';
import type { SystemMeasures } from './measure-systems.ts';
import type { PreparationTimes } from './prepare-collection.ts';
import type { Comparison } from './run-bench.ts';
import { describeStandings } from './standings.ts';
import { OURS, PEERS } from './systems.ts';
import { fixed, PLAIN_TABLE, seconds, share, withRatio } from './table-figures.ts';

/** What the comparison found, and how it was made. */
export function describeComparison(comparison: Comparison): string[] {
  const { documents, questions, preparation, systems, standings } = comparison;
  const { passages, times } = preparation;
  const inSeconds = (milliseconds: number) => `${fixed(seconds(milliseconds), 1)} s`;
  return [
    `${documents} articles in ${passages} passages, ${questions} questions; in brackets: times ours`,
    answerTable(systems),
    costTable(comparison),
    ...systems.flatMap(({ system, remark }) =>
      remark === null ? [] : [`* ${system.name}: ${remark}`],
    ),
    ...describeStandings(standings),
    '',
    'All systems index the same passages and give their best 50, by the vectors of our built-in',
    'embedder and by the words that our analysis cuts and stems; a user of any peer would have to bring',
    'a cut for Chinese too. A peer gets all words, as it does from its users, unless its name says',
    '"stop words dropped": then it gets those that ours goes by, in passages and questions, a favour',
    'that none does by itself. Any ratio has to be quoted with that. Titles are among the words of peers.',
    ...describeLeftOut(systems),
    'The time of a question includes cutting and embedding it. Building includes',
    `reading and cutting (${inSeconds(times.reading)}), words (${inSeconds(times.words)}) and vectors (${inSeconds(times.embedding)}), where a system needs them.`,
    'Start-up is from disk to the first answer; memory is what that added to the dictionaries.',
    ...new Set(systems.map(({ system }) => `  ${system.engine}: ${system.settings}`)),
  ];
}

function answerTable(systems: readonly SystemMeasures[]): string {
  const ours = systems.find(isOurs)?.searches;
  const table = new Table({
    head: ['', 'ranks by', 'hit@1', 'hit@5', 'nDCG@10', 'answer@5', 'p50 ms', 'p99 ms'],
    colAligns: ['left', 'left', 'right', 'right', 'right', 'right', 'right', 'right'],
    ...PLAIN_TABLE,
  });
  for (const { system, searches, remark } of systems) {
    const quality = searches?.quality;
    table.push([
      remark === null ? system.name : `${system.name} *`,
      system.ranks,
      share(quality?.['hit@1']),
      share(quality?.['hit@5']),
      share(quality?.['nDCG@10']),
      share(quality?.['answerHit@5']),
      withRatio(searches?.p50Milliseconds, ours?.p50Milliseconds, 2),
      withRatio(searches?.p99Milliseconds, ours?.p99Milliseconds, 2),
    ]);
  }
  return table.toString();
}

function costTable({ systems, preparation }: Comparison): string {
  const ours = systems.find(isOurs);
  const oursInSeconds = ours === undefined ? undefined : buildSeconds(ours, preparation.times);
  const table = new Table({
    head: ['', 'build s', 'passages/s', 'peak MB', 'disk MB', 'start-up s', 'memory MB'],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'right'],
    ...PLAIN_TABLE,
  });
  for (const measures of systems) {
    const { system, build, open } = measures;
    const took = buildSeconds(measures, preparation.times);
    table.push([
      system.name,
      withRatio(took, oursInSeconds, 1),
      fixed(took === undefined ? undefined : preparation.passages / took, 0),
      withRatio(build?.peakMegabytes, ours?.build?.peakMegabytes, 0),
      withRatio(build?.diskMegabytes, ours?.build?.diskMegabytes, 0),
      withRatio(
        seconds(open?.firstAnswerMilliseconds),
        seconds(ours?.open?.firstAnswerMilliseconds),
        2,
      ),
      withRatio(open?.megabytes, ours?.open?.megabytes, 0),
    ]);
  }
  return table.toString();
}

/** Ours reads and prepares in its own time; to the others' is added what they were given. */
function buildSeconds(
  { system, build }: SystemMeasures,
  { reading, words, embedding }: PreparationTimes,
): number | undefined {
  if (build === null) return undefined;
  if (!isPeer(system.id)) return build.milliseconds / 1000;
  const cutting = system.ranks === 'vectors' ? 0 : words;
  const vectors = system.ranks === 'words' ? 0 : embedding;
  return (build.milliseconds + reading + cutting + vectors) / 1000;
}

/** Which policy on stop words was not measured for the engines that were. */
function describeLeftOut(systems: readonly SystemMeasures[]): string[] {
  const measured = systems.map(({ system }) => system);
  const leftOut = PEERS.filter(
    ({ id, engine }) =>
      measured.some((system) => system.engine === engine) &&
      !measured.some((system) => system.id === id),
  );
  if (leftOut.length === 0) return [];
  const names = leftOut.map(({ engine, stopWords }) => `${engine} with stop words ${stopWords}`);
  const ids = leftOut.map(({ id }) => id).join(',');
  return [`Left out to save time: ${names.join(', ')} (--peers ${ids}).`];
}

const isPeer = (id: string) => PEERS.some((peer) => peer.id === id);

const isOurs = ({ system }: SystemMeasures) => system.id === OURS.id;
