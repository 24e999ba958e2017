import Table from 'cli-table3';
import { describeComparison } from './comparison-tables.ts';
import type { BenchReport, GrowthStep } from './run-bench.ts';
import { fixed, PLAIN_TABLE, ratio, seconds } from './table-figures.ts';

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

function describeGrowth(growth: readonly GrowthStep[]): string[] {
  const head = ['articles', 'build s', 'articles/s', 'CPU s', 'peak MB', 'disk MB', 'open s'];
  head.push('start-up s', 'memory MB', 'p50 ms', 'p99 ms');
  const table = new Table({ head, colAligns: head.map(() => 'right' as const), ...PLAIN_TABLE });
  for (const { articles, measures } of growth) {
    const { build, open, searches } = measures ?? {};
    const took = seconds(build?.milliseconds);
    table.push([
      articles,
      fixed(took, 1),
      fixed(took === undefined ? undefined : articles / took, 0),
      fixed(seconds(build?.cpuMilliseconds), 1),
      fixed(build?.peakMegabytes, 0),
      fixed(build?.diskMegabytes, 0),
      fixed(seconds(open?.openMilliseconds), 2),
      fixed(seconds(open?.firstAnswerMilliseconds), 2),
      fixed(open?.megabytes, 0),
      fixed(searches?.p50Milliseconds, 2),
      fixed(searches?.p99Milliseconds, 2),
    ]);
  }
  const remarks = growth.flatMap(({ articles, measures }) => {
    if (measures === null) return [`* ${articles}: left out, no time was left (--minutes)`];
    return measures.remark === null ? [] : [`* ${articles}: ${measures.remark}`];
  });
  return ['Ours over more and more news', table.toString(), ...remarks, ...summarizeGrowth(growth)];
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
      `${times(first.build.cpuMilliseconds, last.build.cpuMilliseconds)} the work, opening ` +
      `${times(first.open.openMilliseconds, last.open.openMilliseconds)} the time, a question ` +
      `${times(first.searches.p50Milliseconds, last.searches.p50Milliseconds)} (p50) and ` +
      `${times(first.searches.p99Milliseconds, last.searches.p99Milliseconds)} (p99).`,
  ];
}
