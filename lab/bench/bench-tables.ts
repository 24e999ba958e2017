import Table from 'cli-table3';
import { describeComparison } from './comparison-tables.ts';
import type { BenchReport, GrowthStep } from './run-bench.ts';
import { PLAIN_TABLE, ratio, seconds, withRatio } from './table-figures.ts';

/** The report as it is read. */
export function describeBench(report: BenchReport): string {
  const { machine, comparison, growth } = report;
  return [
    `${machine.processor}, ${machine.cores} cores, Node ${machine.node}`,
    ...(comparison === null ? [] : ['', ...describeComparison(comparison)]),
    ...(growth.length === 0 ? [] : ['', ...describeGrowth(growth)]),
    '',
    `Measured in ${report.seconds} s.`,
  ].join('\n');
}

/** What a step of growth costs, column by column. */
const GROWTH_COLUMNS: readonly {
  readonly head: string;
  readonly digits: number;
  readonly cost: (step: GrowthStep) => number | undefined;
}[] = [
  { head: 'articles', digits: 0, cost: ({ articles }) => articles },
  { head: 'build s', digits: 1, cost: ({ measures }) => seconds(measures?.build?.milliseconds) },
  { head: 'articles/s', digits: 0, cost: articlesPerSecond },
  { head: 'CPU s', digits: 1, cost: ({ measures }) => seconds(measures?.build?.cpuMilliseconds) },
  { head: 'peak MB', digits: 0, cost: ({ measures }) => measures?.build?.peakMegabytes },
  { head: 'disk MB', digits: 0, cost: ({ measures }) => measures?.build?.diskMegabytes },
  {
    head: 'start-up s',
    digits: 2,
    cost: ({ measures }) => seconds(measures?.open?.firstAnswerMilliseconds),
  },
  { head: 'memory MB', digits: 0, cost: ({ measures }) => measures?.open?.megabytes },
  { head: 'p50 ms', digits: 2, cost: ({ measures }) => measures?.searches?.p50Milliseconds },
  { head: 'p99 ms', digits: 2, cost: ({ measures }) => measures?.searches?.p99Milliseconds },
];

function articlesPerSecond({ articles, measures }: GrowthStep): number | undefined {
  const took = seconds(measures?.build?.milliseconds);
  return took === undefined ? undefined : articles / took;
}

function describeGrowth(growth: readonly GrowthStep[]): string[] {
  const table = new Table({
    head: GROWTH_COLUMNS.map(({ head }) => head),
    colAligns: GROWTH_COLUMNS.map(() => 'right' as const),
    ...PLAIN_TABLE,
  });
  for (const [place, step] of growth.entries()) {
    const before = growth[place - 1];
    table.push(
      GROWTH_COLUMNS.map(({ cost, digits }) =>
        withRatio(cost(step), before === undefined ? undefined : cost(before), digits),
      ),
    );
  }
  const remarks = growth.flatMap(({ articles, measures }) => {
    if (measures === null) return [`* ${articles}: left out, no time was left (--minutes)`];
    return measures.remark === null ? [] : [`* ${articles}: ${measures.remark}`];
  });
  return [
    'Ours over more and more news; in brackets: times the step before',
    table.toString(),
    ...remarks,
    ...summarizeGrowth(growth),
  ];
}

/** How many times as much the largest collection costs as the smallest. */
function summarizeGrowth(growth: readonly GrowthStep[]): string[] {
  const measured = growth.flatMap(({ articles, measures }) => {
    const { build, open, searches } = measures ?? {};
    return build && open && searches ? { articles, build, open, searches } : [];
  });
  const [first] = measured;
  const last = measured.at(-1);
  if (first === undefined || last === undefined || first === last) return [];
  const times = (before: number, after: number) => `${ratio(after / before)} times`;
  return [
    `From ${first.articles} to ${last.articles} articles, ${times(first.articles, last.articles)} as many: building takes ` +
      `${times(first.build.cpuMilliseconds, last.build.cpuMilliseconds)} the work, start-up ` +
      `${times(first.open.firstAnswerMilliseconds, last.open.firstAnswerMilliseconds)} the time, a question ` +
      `${times(first.searches.p50Milliseconds, last.searches.p50Milliseconds)} (p50) and ` +
      `${times(first.searches.p99Milliseconds, last.searches.p99Milliseconds)} (p99).`,
  ];
}
