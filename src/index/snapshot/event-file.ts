import { z } from 'zod';
import type { DetectedEvents, EventDetection } from '../../core/event-detection.ts';

/** Profiles encoded at a time, in about half a megabyte. */
const PROFILES_AT_ONCE = 500;

const profilesSchema = z.object({ detector: z.string(), profiles: z.array(z.unknown()) });

/** Events and stories as a file; its checksum in the manifest vouches for its form. */
export function encodeEvents({ events, stories }: DetectedEvents): Uint8Array[] {
  return [Buffer.from(JSON.stringify({ events, stories }), 'utf8')];
}

/** @param buffer null where the index was made without events */
export function decodeEvents(buffer: ArrayBufferLike | null): DetectedEvents {
  if (buffer === null) return { events: [], stories: [] };
  return JSON.parse(Buffer.from(buffer).toString('utf8')) as DetectedEvents;
}

/**
 * What the detector read out of the articles, as JSON of one object; only the indexer opens it.
 * They are long: the parts are made while they are written, never all of them at once.
 */
export function* encodeProfiles(
  detector: string,
  profiles: EventDetection['profiles'],
): Generator<Uint8Array> {
  yield Buffer.from(`{"detector":${JSON.stringify(detector)},"profiles":[`, 'utf8');
  for (let start = 0; start < profiles.length; start += PROFILES_AT_ONCE) {
    const list = JSON.stringify(profiles.slice(start, start + PROFILES_AT_ONCE));
    yield Buffer.from(`${start === 0 ? '' : ','}${list.slice(1, -1)}`, 'utf8');
  }
  yield Buffer.from(']}', 'utf8');
}

/** Profiles of the same detector; none where another one made them. */
export function decodeProfiles(buffer: ArrayBufferLike, detector: string): readonly unknown[] {
  const stored = profilesSchema.parse(JSON.parse(Buffer.from(buffer).toString('utf8')));
  return stored.detector === detector ? stored.profiles : [];
}
