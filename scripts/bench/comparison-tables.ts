import Table from 'cli-table3';
import type { SystemMeasures } from './measure-systems.ts';
import type { PreparationTimes } from './prepare-collection.ts';
import type { Comparison } from './run-bench.ts';
import { OURS, PEERS } from './systems.ts';
import { fixed, PLAIN_TABLE, ratio, seconds, share, withRatio } from './table-figures.ts';

/** What the comparison found, and how it was made. */
export function describeComparison(comparison: Comparison): string[] {
  const { documents, questions, preparation, systems } = comparison;
  const { passages, times } = preparation;
  const inSeconds = (milliseconds: number) => `${fixed(seconds(milliseconds), 1)} s`;
  return [
    `${documents} articles in ${passages} passages, ${questions} questions; in brackets: times ours`,
    answerTable(systems),
    costTable(comparison),
    ...systems.flatMap(({ system, remark }) =>
      remark === null ? [] : [`* ${system.name}: ${remark}`],
    ),
    ...describeFastest(systems),
    '',
    'All systems index the same passages, by the words that our analysis cuts and stems, stop words',
    'left out of passages and questions, and by the vectors of our built-in embedder; each gives its',
    'best 50 passages. The time of a question includes cutting and embedding it. Building includes',
    `reading and cutting (${inSeconds(times.reading)}), words (${inSeconds(times.words)}) and vectors (${inSeconds(times.embedding)}), where a system needs them.`,
    'Start-up is from disk to the first answer; memory is what that added to the dictionaries.',
    ...systems.map(({ system }) => `  ${system.name}: ${system.settings}`),
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

/** How much faster ours is than the fastest peer in JavaScript that finds as much. */
function describeFastest(systems: readonly SystemMeasures[]): string[] {
  const measured = systems.flatMap(({ system, searches }) =>
    searches?.quality == null
      ? []
      : {
          id: system.id,
          name: system.name,
          javaScript: system.javaScript,
          gain: searches.quality['nDCG@10'],
          p50: searches.p50Milliseconds,
        },
  );
  const ours = measured.find(({ id }) => id === OURS.id);
  const peers = measured.filter(({ id, javaScript }) => javaScript && isPeer(id));
  const [best] = [...peers].sort((a, b) => b.gain - a.gain);
  if (ours === undefined || best === undefined) return [];
  const [fastest] = peers.filter(({ gain }) => gain >= ours.gain).sort((a, b) => a.p50 - b.p50);
  const shown = fastest ?? best;
  const times = `${ratio(shown.p50 / ours.p50)} times our p50`;
  return [
    fastest === undefined
      ? `No peer in JavaScript finds as much; the best of them, ${best.name} (nDCG@10 ${share(best.gain)}, ours ${share(ours.gain)}), takes ${times}.`
      : `The fastest peer in JavaScript that finds as much, ${fastest.name}, takes ${times}.`,
  ];
}

const isPeer = (id: string) => PEERS.some((peer) => peer.id === id);

const isOurs = ({ system }: SystemMeasures) => system.id === OURS.id;
