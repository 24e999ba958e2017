import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { YinzhengError } from '../../src/core/errors.ts';

/** A story as a reader filed it; articles by their place in the collection, from 1. */
export interface KnownStory {
  readonly story: string;
  readonly articles: readonly number[];
  /** Articles that may stand in the story or not. */
  readonly related: ReadonlySet<number>;
  /** What a brief of it must say: each fact as wordings of which one is enough. */
  readonly facts: readonly (readonly string[])[];
  /** Whether no rule has been changed since somebody looked at a brief of it. */
  readonly unseen: boolean;
}

const numbers = z.array(z.number().int().positive());

const lineSchema = z.union([
  z.strictObject({ set: z.string(), articles: numbers }),
  z.strictObject({
    story: z.string(),
    unseen: z.boolean().default(false),
    articles: numbers.min(1),
    related: numbers.default([]),
    relatedSets: z.array(z.string()).default([]),
    facts: z.array(z.array(z.string().min(1)).min(1)),
  }),
]);

const SHIPPED = fileURLToPath(new URL('./stories/', import.meta.url));

/**
 * The stories of a collection: `stories.jsonl` in its folder, or the file under its name beside
 * this one.
 * @throws {YinzhengError} `usage` where there is none, or naming the first line that is not of the form
 */
export async function readKnownStories(folder: string): Promise<KnownStory[]> {
  const places = [
    path.join(folder, 'stories.jsonl'),
    path.join(SHIPPED, `${path.basename(path.resolve(folder))}.jsonl`),
  ];
  const place = places.find((one) => existsSync(one));
  if (place === undefined) {
    throw new YinzhengError(
      'usage',
      `Expected ${places.join(' or ')}. Write one line {"story","articles","facts"} for each story.`,
      { field: '--events' },
    );
  }
  return parseKnownStories(await readFile(place, 'utf8'), place);
}

/** @throws {YinzhengError} `usage` naming the first line that is not of the form */
export function parseKnownStories(jsonLines: string, place: string): KnownStory[] {
  const lines = jsonLines.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [lineSchema.parse(JSON.parse(line))];
    } catch (cause) {
      throw new YinzhengError(
        'usage',
        `Expected story, articles and facts in line ${index + 1} of ${place}.`,
        { cause, field: '--events' },
      );
    }
  });
  const sets = new Map(lines.flatMap((line) => ('set' in line ? [[line.set, line.articles]] : [])));
  return lines.flatMap((line) => {
    if ('set' in line) return [];
    const { related, relatedSets, ...story } = line;
    const others = [...related, ...relatedSets.flatMap((name) => sets.get(name) ?? [])];
    const own = new Set(story.articles);
    return [{ ...story, related: new Set(others.filter((number) => !own.has(number))) }];
  });
}
