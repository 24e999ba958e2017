import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { hasHan } from '../../src/language/characters/scripts.ts';
import type { JudgedClaim } from '../evaluate/claims.ts';

/** A claim with the collection that its passage is of, by which folds are made. */
export interface MaterialClaim extends JudgedClaim {
  readonly collection: 'seeds' | 'zh' | 'en' | 'cross' | 'prose';
  /** Written by hand, or a sentence of a parallel text. */
  readonly isWritten: boolean;
}

const paragraphSchema = z.object({ _id: z.string(), text: z.string() });
const readingSchema = z.object({ id: z.string(), positive: z.array(z.string()) });

/**
 * Claims of `lab/fit/data`, each with its passage from the collections of a folder, and sentences of parallel
 * paragraphs, which are true of the paragraph in the other language.
 * @param bench folder with `reading/` and `xquad-en-{en,zh}/`
 */
export async function readMaterial(bench: string, seedsPath: string): Promise<MaterialClaim[]> {
  const lines = async <T>(schema: z.ZodType<T>, ...path: string[]) =>
    (await readFile(join(bench, ...path), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => schema.parse(JSON.parse(line)));
  const english = await lines(paragraphSchema, 'xquad-en-en', 'corpus.jsonl');
  const chinese = await lines(paragraphSchema, 'xquad-en-zh', 'corpus.jsonl');
  const texts = new Map<string, string[]>();
  for (const { _id, text } of [...english, ...chinese]) {
    const before = texts.get(_id) ?? [];
    texts.set(_id, [...before, `${_id}-${before.length} | Wikipedia\n${text}`]);
  }
  for (const name of ['cmrc', 'drcd']) {
    for (const { id, positive } of await lines(readingSchema, 'reading', `${name}.jsonl`)) {
      texts.set(id, [`${id} | 维基百科\n${positive[0]}`]);
    }
  }
  for (const [i, text] of seedArticles(await readFile(seedsPath, 'utf8')).entries()) {
    texts.set(`s${i + 1}`, [text]);
  }
  const folder = new URL('data/', import.meta.url);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  const written: MaterialClaim[] = [];
  for (const file of files) {
    let source = '';
    for (const line of (await readFile(new URL(file, folder), 'utf8')).split('\n')) {
      if (line.startsWith('@')) source = line.slice(1).trim();
      const match = /^(?:(?<true>\+)|- (?<kind>\w+)) (?<claim>.+)$/u.exec(line);
      if (match?.groups === undefined) continue;
      const { kind = null, claim = '' } = match.groups;
      for (const text of texts.get(source) ?? []) {
        written.push(claimOn(source, text, claim, kind, written.length, true));
      }
    }
  }
  const parallel = english.flatMap(({ _id, text }, i) => {
    const other = chinese[i]?.text ?? '';
    const [ours, theirs] = [englishSentences(text), chineseSentences(other)];
    if (ours.length !== theirs.length) return [];
    return ours.flatMap((sentence, at) => [
      claimOn(_id, `${_id}-1 | Wikipedia\n${other}`, sentence, null, i * 100 + at, false),
      claimOn(
        _id,
        `${_id}-0 | Wikipedia\n${text}`,
        theirs[at] ?? '',
        null,
        i * 100 + at + 50,
        false,
      ),
    ]);
  });
  return [...written, ...parallel];
}

function claimOn(
  source: string,
  text: string,
  claim: string,
  kind: string | null,
  number: number,
  isWritten: boolean,
): MaterialClaim {
  const [own, there] = [
    hasHan(claim),
    (text.match(/\p{Script=Han}/gu)?.length ?? 0) > text.length / 4,
  ];
  return {
    id: `${source}.${number}${isWritten ? '' : 'p'}`,
    question: source,
    claim,
    supported: kind === null,
    changed: kind,
    passages: [{ marker: 1, text }],
    collection: own !== there ? 'cross' : source.startsWith('s') ? 'seeds' : own ? 'zh' : 'en',
    isWritten,
  };
}

/** The articles of the seeds file, each under its heading. */
function seedArticles(file: string): string[] {
  const rows = file.split('\n');
  const heads = rows.flatMap((row, i) => (/· \d{4}-\d{2}-\d{2} \d{2}:\d{2}/.test(row) ? [i] : []));
  return heads.map((head, i) => {
    const next = heads[i + 1];
    const [outlet = '', date = ''] = (rows[head] ?? '').split('·');
    const body = rows.slice(head + 1, next === undefined ? undefined : next - 1).join('\n');
    return `${rows[head - 1]} | ${outlet.trim()} | ${date.trim().slice(0, 10)}\n${body}`;
  });
}

function englishSentences(text: string): string[] {
  return text.split(/(?<=[.!?]["”]?)\s+(?=["“\p{Lu}\d])/u).filter((part) => part.trim() !== '');
}

function chineseSentences(text: string): string[] {
  return text.split(/(?<=[。！？]”?)/u).filter((part) => part.trim() !== '');
}
