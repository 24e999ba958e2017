import Table from 'cli-table3';
import type { Evaluation } from './compose-evaluation.ts';

type Report<Form extends keyof Evaluation> = Awaited<ReturnType<Evaluation[Form]>>;

const PLAIN = { style: { head: [], border: [] } };

/** Every figure of a flat report, one a line. */
export function figureTable(report: object): string {
  const table = new Table(PLAIN);
  for (const [name, value] of Object.entries(report)) {
    table.push([name, Array.isArray(value) ? value.join(', ') || 'none' : String(value)]);
  }
  return `${table.toString()}\n`;
}

/** Figures over all, by pair of languages and by kind, then what failed. */
export function questionsTable({ all, byKind, byPair, ...rest }: Report<'questions'>): string {
  const table = new Table({ ...PLAIN, head: ['', ...Object.keys(all)] });
  for (const [name, figures] of Object.entries({ all, ...byPair, ...byKind })) {
    table.push([name, ...Object.values(figures).map(String)]);
  }
  return `${table.toString()}\n\n${figureTable(rest)}`;
}

/** RGB by noise ratio, then what every threshold would refuse. */
export function rgbTable(report: Report<'rgb'>): string {
  const noise = Object.keys(report.accuracy);
  const byNoise = new Table({ ...PLAIN, head: ['noise', ...noise] });
  const rows: [string, Readonly<Record<string, number>>][] = [
    ['accuracy of what is shown', report.accuracy],
    ['accuracy, refusals counted wrong', report.answeredAccuracy],
    ['refused', report.refused],
    ['short answer shown', report.shortAnswer.shown],
    ['short answer right, of those shown', report.shortAnswer.precision],
    ['short answer complete, of those shown', report.shortAnswer.complete],
  ];
  for (const [name, figures] of rows) {
    byNoise.push([name, ...noise.map((ratio) => figures[ratio]?.toFixed(3) ?? '')]);
  }
  const curve = new Table({
    ...PLAIN,
    head: ['threshold', 'rejection', 'false refusals', 'false refusals, one source'],
  });
  for (const point of report.tradeOff) {
    const { threshold, rejection, falseRefusal, falseRefusalWithOneSource } = point;
    curve.push(
      [threshold, rejection, falseRefusal, falseRefusalWithOneSource].map((figure) =>
        figure.toFixed(3),
      ),
    );
  }
  const summary = figureTable({
    questions: report.questions,
    rejection: report.rejection,
    'false refusals': report.falseRefusal,
    threshold: report.threshold,
  });
  return `${byNoise.toString()}\n\n${summary}\n${curve.toString()}\n`;
}

/** Grouping story by story, then the briefs. */
export function eventsTable(report: Report<'events'>): string {
  const { byEvents, byStories, briefs } = report;
  const grouping = new Table({
    ...PLAIN,
    head: ['story', 'articles', 'in one event', 'in one story', 'pieces', 'recall', 'precision'],
  });
  const figure = (value: number | undefined) => value?.toFixed(2) ?? '';
  for (const [number, one] of byStories.stories.entries()) {
    grouping.push([
      one.story,
      one.articles,
      figure(byEvents.stories[number]?.largestShare),
      figure(one.largestShare),
      one.pieces,
      figure(one.recall),
      figure(one.precision),
    ]);
  }
  grouping.push([
    'mean',
    '',
    figure(byEvents.mean.largestShare),
    figure(byStories.mean.largestShare),
    '',
    figure(byStories.mean.recall),
    figure(byStories.mean.precision),
  ]);
  grouping.push([
    'all pairs',
    '',
    '',
    '',
    '',
    figure(byStories.pooled.recall),
    figure(byStories.pooled.precision),
  ]);
  const written = new Table({
    ...PLAIN,
    head: ['brief', 'facts', 'held', 'characters', 'repeated', 'missing'],
  });
  for (const { story, language, facts, held, characters, repeated, missing } of briefs) {
    written.push([`${story} (${language})`, facts, held, characters, repeated, missing.join(', ')]);
  }
  const summary = figureTable({
    events: report.events,
    'events of one article': report.single,
    stories: report.stories,
    seconds: report.seconds.toFixed(1),
    'seconds again': report.secondsAgain.toFixed(1),
    'facts held, zh': figure(report.facts.zh),
    'facts held, en': figure(report.facts.en),
    'unseen facts held, zh': figure(report.unseenFacts.zh),
    'unseen facts held, en': figure(report.unseenFacts.en),
  });
  return `${grouping.toString()}\n\n${written.toString()}\n\n${summary}`;
}
