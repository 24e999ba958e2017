import type { Article } from './article.ts';
import type { NewsEvent, NewsStory } from './news-event.ts';
import type { SentencesOf } from './sentence.ts';

/** The events of a collection, with what makes the next detection quick. Plain JSON. */
export interface EventDetection {
  /** Most recent first. */
  readonly events: readonly NewsEvent[];
  /** Stories of more than one article, most recent first; an event in none stands for itself. */
  readonly stories: readonly NewsStory[];
  /** What was read out of each article; only for the detector that made it. */
  readonly profiles: readonly unknown[];
}

/** What readers see of it. */
export type DetectedEvents = Pick<EventDetection, 'events' | 'stories'>;

/** Groups articles into events and stories by what they report, when they are indexed. */
export interface EventDetector {
  /** Changes whenever the events or the profiles could. */
  readonly fingerprint: string;
  /**
   * @param previous the result for an earlier state of the collection, which events keep their ids
   *   from; without profiles where another detector made it
   * @param sentencesOf the sentences of each article, as the index holds them
   * @throws the signal's reason when it aborts
   */
  detect(
    articles: readonly Article[],
    previous: EventDetection,
    signal: AbortSignal | undefined,
    sentencesOf: SentencesOf,
  ): Promise<EventDetection>;
}
