import Table from 'cli-table3';
import type { Evaluation } from '../src/compose-evaluation.ts';

type AblationReport = Awaited<ReturnType<Evaluation['ablation']>>;
type AblationRow = AblationReport['rows'][number];
type AblationFigure = NonNullable<
  AblationRow['cells'][number]['figures'][keyof AblationRow['cells'][number]['figures']]
>;

const EXPLANATION = `Each row lacks one rule; its figures are differences to the product as it is. * marks a difference
of at least two standard errors, questions paired; smaller ones may be chance. CPU is the ratio of
processor times, the median of the collections.
`;

const PLAIN = { style: { head: [], border: [], compact: true } };

/** One row for each rule that was switched off, one column for each measure of a collection. */
export function ablationTable({ collections, rows }: AblationReport): string {
  const head = collections.flatMap(({ name, questions, measures }) =>
    measures.map((measure) => `${name}\n${questions} questions\n${measure}`),
  );
  const table = new Table({
    ...PLAIN,
    head: ['without', ...head, 'CPU'],
    colAligns: ['left', ...head.map(() => 'right' as const), 'right'],
  });
  const whole = rows[0];
  for (const row of rows) {
    const isWhole = row === whole;
    const figures = row.cells.flatMap(({ figures }, i) =>
      (collections[i]?.measures ?? []).map((measure) => {
        const figure = figures[measure];
        if (figure === undefined) return '';
        return isWhole ? figure.value.toFixed(4) : differenceText(figure);
      }),
    );
    table.push([row.without ?? 'nothing', ...figures, timeRatio(row, whole)]);
  }
  return `${EXPLANATION}\n${table.toString()}\n`;
}

function differenceText({ difference, standardError }: AblationFigure): string {
  if (Math.abs(difference) < 0.00005) return '0';
  const sign = difference > 0 ? '+' : '-';
  const mark = Math.abs(difference) >= 2 * standardError ? '*' : ' ';
  return `${sign}${Math.abs(difference).toFixed(4)}${mark}`;
}

function timeRatio({ cells }: AblationRow, whole: AblationRow | undefined): string {
  const ratios = cells
    .map(({ cpuMs }, i) => cpuMs / (whole?.cells[i]?.cpuMs ?? Number.NaN))
    .sort((a, b) => a - b);
  return ratios[ratios.length >> 1]?.toFixed(2) ?? '';
}
