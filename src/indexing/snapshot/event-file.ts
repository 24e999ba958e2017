import { z } from 'zod';
import type { EventDetection } from '../../core/event-detection.ts';
import type { NewsEvent } from '../../core/news-event.ts';

const profilesSchema = z.object({ detector: z.string(), profiles: z.array(z.unknown()) });

/** Events as a file; its checksum in the manifest vouches for its form. */
export function encodeEvents(events: readonly NewsEvent[]): Uint8Array[] {
  return [Buffer.from(JSON.stringify(events), 'utf8')];
}

export function decodeEvents(buffer: ArrayBuffer): NewsEvent[] {
  return JSON.parse(Buffer.from(buffer).toString('utf8')) as NewsEvent[];
}

/** What the detector read out of the articles; only the indexer opens it. */
export function encodeProfiles(
  detector: string,
  profiles: EventDetection['profiles'],
): Uint8Array[] {
  return [Buffer.from(JSON.stringify({ detector, profiles }), 'utf8')];
}

/** Profiles of the same detector; none where another one made them. */
export function decodeProfiles(buffer: ArrayBuffer, detector: string): readonly unknown[] {
  const stored = profilesSchema.parse(JSON.parse(Buffer.from(buffer).toString('utf8')));
  return stored.detector === detector ? stored.profiles : [];
}
