import { hash } from 'node:crypto';
import type { Article } from '../core/article.ts';
import type { EventDetector } from '../core/event-detection.ts';
import { detectEvents } from './detect-events.ts';
import type { ArticleProfile } from './detection/article-profile.ts';
import type { EventTools } from './event-tools.ts';

/** Part of the fingerprint: raise it when a change of code changes events or profiles. */
const RULES_VERSION = 3;

/** A profile with what it was read from: an article keeps its id when its text is corrected. */
interface StoredProfile {
  readonly digest: string;
  readonly profile: ArticleProfile;
}

/** The detector that runs when articles are indexed, over `detectEvents`. */
export function createEventDetector(tools: EventTools): EventDetector {
  return {
    fingerprint: `events-${RULES_VERSION}-${tools.analyzer.fingerprint}`,
    async detect(articles, previous, signal, sentencesOf) {
      const digests = new Map(articles.map((article) => [article.id, digestOf(article)]));
      const stored = previous.profiles as readonly StoredProfile[];
      const known = {
        events: previous.events,
        stories: previous.stories,
        profiles: stored.flatMap(({ digest, profile }) =>
          digests.get(profile.articleId) === digest ? [profile] : [],
        ),
      };
      const { events, stories, profiles } = await detectEvents(
        articles,
        tools,
        known,
        signal,
        sentencesOf,
      );
      return {
        events,
        stories,
        profiles: profiles.map((profile): StoredProfile => {
          return { digest: digests.get(profile.articleId) ?? '', profile };
        }),
      };
    },
  };
}

function digestOf({ title, publishedAt, body }: Article): string {
  // One call for each of all articles at every run: no list, no escaping.
  return hash('sha1', `${title}\n${publishedAt}\n${body}`, 'base64').slice(0, 16);
}
