import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { YinzhengError } from '../../core/errors.ts';
import { replaceFile } from './durable-file.ts';
import { decodeManifest, MANIFEST, type Manifest } from './manifest.ts';

/** One line: the name of a generation and the SHA-256 of its manifest. */
const POINTER = /^(\d{8}T\d{9}Z-[0-9a-f]{8}) ([0-9a-f]{64})\n$/;

/** What CURRENT says. */
export interface GenerationPointer {
  readonly generation: string;
  readonly manifestSha256: string;
}

/** A name that sorts by time and that no other indexer gives: `20250707T152600123Z-1a2b3c4d`. */
export function nameGeneration(createdAt: Date, randomBytes: Uint8Array): string {
  const time = createdAt.toISOString().replaceAll(/[-:.]/g, '');
  return `${time}-${Buffer.from(randomBytes).toString('hex', 0, 4)}`;
}

export function isGenerationName(name: string): boolean {
  return POINTER.test(`${name} ${'0'.repeat(64)}\n`);
}

export function generationsDirectory(directory: string): string {
  return path.join(directory, 'generations');
}

export function generationDirectory(directory: string, generation: string): string {
  return path.join(generationsDirectory(directory), generation);
}

/**
 * Which generation is current.
 * @throws {YinzhengError} `index-missing` where nothing was ever indexed, `index-damaged`
 */
export async function readPointer(directory: string): Promise<GenerationPointer> {
  const file = path.join(directory, 'CURRENT');
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') {
      throw new YinzhengError('index-missing', `${directory} holds none.`, { cause });
    }
    throw new YinzhengError('index-damaged', `${file} cannot be read (${cause.code}).`, { cause });
  });
  const [, generation, manifestSha256] = POINTER.exec(text) ?? [];
  if (generation === undefined || manifestSha256 === undefined) {
    throw new YinzhengError('index-damaged', `${file} does not name a generation.`);
  }
  return { generation, manifestSha256 };
}

/** Makes a generation the current one, in one step. Its files are on the disk already. */
export async function switchPointer(directory: string, pointer: GenerationPointer): Promise<void> {
  const { generation, manifestSha256 } = pointer;
  await replaceFile(path.join(directory, 'CURRENT'), `${generation} ${manifestSha256}\n`);
}

/** @throws {YinzhengError} `index-damaged`, `index-format` */
export async function readManifest(
  directory: string,
  { generation, manifestSha256 }: GenerationPointer,
): Promise<Manifest> {
  const file = path.join(generationDirectory(directory, generation), MANIFEST);
  const text = await readFile(file).catch((cause: unknown) => {
    throw new YinzhengError('index-damaged', `The manifest of ${generation} cannot be read.`, {
      cause,
    });
  });
  if (createHash('sha256').update(text).digest('hex') !== manifestSha256) {
    throw new YinzhengError(
      'index-damaged',
      `The checksum of the manifest of ${generation} does not hold.`,
    );
  }
  return decodeManifest(text.toString('utf8'));
}
