import { z } from 'zod';
import type { Language } from '../../core/article.ts';
import { YinzhengError } from '../../core/errors.ts';
import type { IndexDescription } from '../../core/search-index.ts';

/** Raise it when files of an older snapshot could be misread by this code. */
export const FORMAT_VERSION = 7;

/** Lists the files of a generation, and is the last of them to be written. */
export const MANIFEST = 'manifest.json';

/**
 * The other files of a generation: a graph only for a language of so many chunks that one pays, the
 * events only where a detector was at work.
 */
export const FILES = {
  articles: 'articles.bin',
  chunks: 'chunks.bin',
  vectors: 'vectors.bin',
  graph: (language: Language) => `graph-${language}.bin`,
  events: 'events.json',
  eventProfiles: 'event-profiles.json',
  keywords: (field: string) => `keywords-${field}.bin`,
  words: 'words.bin',
  sentences: 'sentences.bin',
} as const;

const count = z.number().int().min(0);
const fileRecord = z.strictObject({ bytes: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) });
const bm25 = z.strictObject({ k1: z.number(), b: z.number() });

const manifestSchema = z.strictObject({
  formatVersion: z.literal(FORMAT_VERSION),
  description: z.strictObject({
    generation: z.string(),
    createdAt: z.string(),
    articles: count,
    chunks: count,
    dimensions: count,
    embedder: z.string(),
    analyzer: z.string(),
    chunkSize: count,
    chunkOverlap: count,
  }) satisfies z.ZodType<IndexDescription>,
  /** Files and folders that the articles are from; every later format keeps this field. */
  paths: z.array(z.strictObject({ given: z.string(), absolute: z.string() })),
  /** Whether a language has so many vectors that a graph would pay, and none could be built. */
  lacksGraph: z.boolean(),
  /** Changes whenever an index of the input would: see `inputFingerprint`. */
  input: z.string(),
  keywordParameters: z.record(z.string(), bm25),
  files: z.record(z.string(), fileRecord),
});

/** What a generation consists of. */
export type Manifest = z.infer<typeof manifestSchema>;

export function encodeManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** @throws {YinzhengError} `index-format`, `index-damaged` */
export function decodeManifest(text: string): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new YinzhengError('index-damaged', 'Its manifest is not JSON.', { cause });
  }
  const version = z.object({ formatVersion: z.unknown() }).safeParse(json).data?.formatVersion;
  if (version !== FORMAT_VERSION) {
    throw new YinzhengError(
      'index-format',
      `Format ${FORMAT_VERSION} was expected; it has format ${JSON.stringify(version) ?? 'unknown'}.`,
    );
  }
  const parsed = manifestSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new YinzhengError(
    'index-damaged',
    `Its manifest is wrong at ${issue?.path.join('.')}: ${issue?.message}.`,
  );
}
