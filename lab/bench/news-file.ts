import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { YinzhengError } from '../../src/core/errors.ts';
import type { BenchDocument } from './bench-material.ts';

/**
 * Reads news from JSON Lines, plain or gzipped, or from the `corpus.jsonl` of a folder.
 * @throws {YinzhengError} `usage` when there is none, or a line is none
 */
export async function readNews(place: string): Promise<BenchDocument[]> {
  const file = await corpusFile(place);
  const text = await readText(file);
  return text.split('\n').flatMap((line, number) => {
    if (line.trim() === '') return [];
    try {
      const { title, text: body, metadata, publishedAt } = JSON.parse(line);
      return {
        title: String(title ?? ''),
        text: String(body),
        publishedAt: publishedAt ?? metadata?.publishedAt ?? null,
      };
    } catch (cause) {
      const message = `Line ${number + 1} of ${file} is not a JSON object.`;
      throw new YinzhengError('usage', message, { cause, field: '--corpus' });
    }
  });
}

async function corpusFile(place: string): Promise<string> {
  if (!existsSync(place) || !(await stat(place)).isDirectory()) return place;
  const plain = path.join(place, 'corpus.jsonl');
  return existsSync(plain) ? plain : `${plain}.gz`;
}

async function readText(file: string): Promise<string> {
  try {
    const bytes = await readFile(file);
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (cause) {
    const message = `${file} was expected to be JSON Lines, plain or gzipped.`;
    throw new YinzhengError('usage', message, { cause, field: '--corpus' });
  }
}
