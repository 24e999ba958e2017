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
  /** Share of all facts that the briefs hold, by the reader's language; unseen stories aside. */
  readonly facts: Readonly<Partial<Record<Language, number>>>;
  readonly unseenFacts: Readonly<Partial<Record<Language, number>>>;
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
  onBrief: OnBrief,
): Promise<EventsReport> {
  const began = performance.now();
  const detection = await detect(NOTHING);
  const done = performance.now();
  await detect(detection);
  const again = performance.now();
  const { events, stories } = detection;
  const placesOf = createPlaces(articles);
  const briefs = await evaluateBriefs(known, { articles, events, stories }, open, onBrief);
  return {
    events: events.length,
    single: events.filter(({ articleIds }) => articleIds.length === 1).length,
    stories: stories.length,
    seconds: (done - began) / 1000,
    secondsAgain: (again - done) / 1000,
    byEvents: scoreGrouping(known, events.map(placesOf)),
    byStories: scoreGrouping(known, groupsOf(events, stories).map(placesOf)),
    briefs,
    facts: { zh: shareOf(briefs, 'zh'), en: shareOf(briefs, 'en') },
    unseenFacts: { zh: shareOf(briefs, 'zh', true), en: shareOf(briefs, 'en', true) },
  };
}

type OnBrief = (score: BriefScore, answer: Answer) => void;

/** Has a brief written of each known story, in both languages, from the group most like it. */
export async function evaluateBriefs(
  known: readonly KnownStory[],
  { articles, events, stories }: Grouped,
  open: EventsUnderTest['open'],
  onBrief: OnBrief,
): Promise<BriefScore[]> {
  const placesOf = createPlaces(articles);
  const groups = groupsOf(events, stories);
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
  return briefs;
}

type Grouped = Pick<EventDetection, 'events' | 'stories'> & {
  readonly articles: readonly Article[];
};

/** Stories, and the events that stand in none. */
function groupsOf(
  events: EventDetection['events'],
  stories: EventDetection['stories'],
): readonly NewsEvent[] {
  const gathered = new Set(stories.flatMap(({ eventIds }) => eventIds));
  return [...stories, ...events.filter(({ id }) => !gathered.has(id))];
}

/** Articles of a group by their place in the collection, from 1. */
function createPlaces(articles: readonly Article[]): (group: NewsEvent) => readonly number[] {
  const places = new Map(articles.map(({ id }, index) => [id, index + 1]));
  return ({ articleIds, copyIds }) =>
    [...articleIds, ...copyIds].flatMap((id) => places.get(id) ?? []);
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

/** What a reader sees, line by line: the text with all aids and notes, less the marks around it. */
function linesOf({ answer }: Answer): string[] {
  return answer
    .split('\n')
    .map((line) =>
      line
        .replace(/^- /u, '')
        .replaceAll('**', '')
        .replace(/\s?(?:\[\d+\])+/gu, '')
        .replace(/\\(?=[\\*_`[\]<>])/gu, ''),
    )
    .filter((line) => line !== '');
}

function shareOf(briefs: readonly BriefScore[], language: Language, unseen = false): number {
  const own = briefs.filter((brief) => brief.language === language && brief.unseen === unseen);
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
