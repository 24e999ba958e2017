import type { Answer } from '../../src/core/answer.ts';
import type { Article, Language } from '../../src/core/article.ts';
import type { EventDetection } from '../../src/core/event-detection.ts';
import type { NewsEvent, SummaryLength } from '../../src/core/news-event.ts';
import type { KnownStory } from './story-collection.ts';
import { type BriefScore, type GroupingScores, scoreBrief, scoreGrouping } from './story-scores.ts';

export interface EventsReport {
  readonly events: number;
  /** Events of one article. */
  readonly single: number;
  readonly stories: number;
  /** Seconds that finding them took, and again with everything known. */
  readonly seconds: number;
  readonly secondsAgain: number;
  readonly byEvents: GroupingScores;
  readonly byStories: GroupingScores;
  readonly briefs: readonly BriefScore[];
  /** Share of all facts that the briefs hold, by the reader's language. */
  readonly facts: Readonly<Partial<Record<Language, number>>>;
}

/** What is measured; the composition chooses the parts. */
export interface EventsUnderTest {
  readonly articles: readonly Article[];
  detect(previous: EventDetection): Promise<EventDetection>;
  /** A summary service over the articles of some stories. */
  open(
    articles: readonly Article[],
    stories: readonly NewsEvent[],
  ): Promise<(id: string, language: Language, length: SummaryLength) => Promise<Answer>>;
}

const NOTHING: EventDetection = { events: [], stories: [], profiles: [] };

/** Groups a collection, and has a brief written of each known story, from the group most like it. */
export async function evaluateEvents(
  known: readonly KnownStory[],
  { articles, detect, open }: EventsUnderTest,
  onBrief: (score: BriefScore, answer: Answer) => void,
): Promise<EventsReport> {
  const began = performance.now();
  const detection = await detect(NOTHING);
  const done = performance.now();
  await detect(detection);
  const again = performance.now();
  const places = new Map(articles.map(({ id }, index) => [id, index + 1]));
  const placesOf = ({ articleIds, copyIds }: NewsEvent) =>
    [...articleIds, ...copyIds].flatMap((id) => places.get(id) ?? []);
  const { events, stories } = detection;
  const gathered = new Set(stories.flatMap(({ eventIds }) => eventIds));
  const groups = [...stories, ...events.filter(({ id }) => !gathered.has(id))];
  const matched = known.flatMap((story) => {
    const found = mostLike(story, groups, placesOf);
    return found === null ? [] : [{ story, found }];
  });
  const needed = new Set(matched.flatMap(({ found }) => found.articleIds));
  const summarize = await open(
    articles.filter(({ id }) => needed.has(id)),
    matched.map(({ found }) => found),
  );
  const briefs: BriefScore[] = [];
  for (const { story, found } of matched) {
    for (const language of ['zh', 'en'] as const) {
      const answer = await summarize(found.id, language, 'standard');
      const score = scoreBrief(story, linesOf(answer), language);
      briefs.push(score);
      onBrief(score, answer);
    }
  }
  return {
    events: events.length,
    single: events.filter(({ articleIds }) => articleIds.length === 1).length,
    stories: stories.length,
    seconds: (done - began) / 1000,
    secondsAgain: (again - done) / 1000,
    byEvents: scoreGrouping(known, events.map(placesOf)),
    byStories: scoreGrouping(known, groups.map(placesOf)),
    briefs,
    facts: { zh: shareOf(briefs, 'zh'), en: shareOf(briefs, 'en') },
  };
}

function mostLike(
  { articles }: KnownStory,
  groups: readonly NewsEvent[],
  placesOf: (group: NewsEvent) => readonly number[],
): NewsEvent | null {
  const own = new Set(articles);
  let best: { readonly group: NewsEvent; readonly held: number } | null = null;
  for (const group of groups) {
    const held = placesOf(group).filter((place) => own.has(place)).length;
    if (held > (best?.held ?? 0)) best = { group, held };
  }
  return best?.group ?? null;
}

/** What a reader sees, line by line. */
function linesOf({ blocks }: Answer): string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'quote':
        return [`${block.lead?.text ?? ''}${block.text}`];
      case 'ledger':
        return [
          block.rows.map(({ value, who, asOf }) => `${value} ${who} ${asOf ?? ''}`).join('; '),
        ];
      case 'conflict':
        return [block.statements.map(({ value }) => value).join(' / ')];
      case 'heading':
      case 'sentence':
      case 'refusal':
        return [block.text];
      default:
        return [];
    }
  });
}

function shareOf(briefs: readonly BriefScore[], language: Language): number {
  const own = briefs.filter((brief) => brief.language === language);
  const sum = (pick: (brief: BriefScore) => number) =>
    own.reduce((total, brief) => total + pick(brief), 0);
  return (
    sum(({ held }) => held) /
    Math.max(
      1,
      sum(({ facts }) => facts),
    )
  );
}
