import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { z } from 'zod';
import type { Article } from '../../src/core/article.ts';
import { YinzhengError } from '../../src/core/errors.ts';
import { detectLanguage } from '../../src/language/characters/language.ts';
import { type AnswerGroups, groupAcceptedAnswers } from './accepted-answer.ts';

/** A question with its relevant documents and, where the collection has them, its answers. */
export interface BeirQuestion {
  readonly id: string;
  readonly text: string;
  /** Grade of each relevant document, above zero. */
  readonly relevance: ReadonlyMap<string, number>;
  /** Empty where no answer is stated. */
  readonly answers: AnswerGroups;
}

export interface BeirCollection {
  /** Each document as an article; its id is the document's. */
  readonly articles: readonly Article[];
  /** Questions with at least one relevant document. */
  readonly questions: readonly BeirQuestion[];
}

const idSchema = z.union([z.string(), z.number()]).transform(String);

const documentSchema = z.object({
  _id: idSchema,
  title: z.string().nullish(),
  text: z.string(),
  metadata: z
    .object({
      lang: z.enum(['zh', 'en']).optional(),
      publishedAt: z.string().nullish(),
      source: z.string().optional(),
    })
    .loose()
    .optional(),
});

const answerSchema = z.union([
  z.string().transform((answer) => [answer]),
  z.array(z.union([z.string(), z.array(z.string())])),
]);

const questionSchema = z.object({
  _id: idSchema,
  text: z.string(),
  metadata: z.object({ answer: answerSchema.optional() }).loose().optional(),
});

const unzip = promisify(gunzip);

/** Text of a file of the folder, gunzipped where only `name.gz` is there. */
async function readText(folder: string, name: string, option: string): Promise<string> {
  const plain = path.join(folder, name);
  try {
    if (existsSync(plain)) return await readFile(plain, 'utf8');
    return (await unzip(await readFile(`${plain}.gz`))).toString('utf8');
  } catch (cause) {
    throw new YinzhengError(
      'usage',
      `${folder} was expected to hold ${name} or ${name}.gz, as BEIR collections do.`,
      { cause, field: option },
    );
  }
}

function parseLines<T>(text: string, name: string, option: string, schema: z.ZodType<T>): T[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [schema.parse(JSON.parse(line))];
    } catch (cause) {
      throw new YinzhengError('usage', `Line ${index + 1} of ${name} is not of the BEIR form.`, {
        cause,
        field: option,
      });
    }
  });
}

/** Lines `question-id TAB document-id TAB grade` after a header line. */
function parseJudgements(text: string): Map<string, Map<string, number>> {
  const judgements = new Map<string, Map<string, number>>();
  for (const line of text.split('\n').slice(1)) {
    const [question = '', document = '', grade = ''] = line.trim().split('\t');
    if (document === '' || !(Number(grade) > 0)) continue;
    const known = judgements.get(question) ?? new Map<string, number>();
    judgements.set(question, known.set(document, Number(grade)));
  }
  return judgements;
}

function articleOf(document: z.output<typeof documentSchema>, position: number): Article {
  const { _id: id, title, text, metadata } = document;
  const source = metadata?.source ?? '';
  return {
    id,
    title: title ?? '',
    outlet: { name: source, zh: source, en: source },
    publishedAt: metadata?.publishedAt ?? null,
    language: metadata?.lang ?? detectLanguage(text),
    body: text,
    url: null,
    truncated: false,
    origin: { path: 'corpus.jsonl', position },
    copyOf: null,
  };
}

/**
 * Reads a folder in BEIR layout: `corpus.jsonl`, `queries.jsonl`, `qrels/test.tsv`, each plain or
 * gzipped.
 * @param option of the command line that named the folder
 * @throws {YinzhengError} `usage` naming the file or the line that is not of the form
 */
export async function readBeirCollection(folder: string, option: string): Promise<BeirCollection> {
  const [corpus, queries, qrels] = await Promise.all(
    ['corpus.jsonl', 'queries.jsonl', 'qrels/test.tsv'].map((name) =>
      readText(folder, name, option),
    ),
  );
  const judgements = parseJudgements(qrels ?? '');
  return {
    articles: parseLines(corpus ?? '', 'corpus.jsonl', option, documentSchema).map(articleOf),
    questions: parseLines(queries ?? '', 'queries.jsonl', option, questionSchema).flatMap(
      ({ _id: id, text, metadata }) => {
        const relevance = judgements.get(id);
        if (relevance === undefined) return [];
        return [{ id, text, relevance, answers: groupAcceptedAnswers(metadata?.answer ?? []) }];
      },
    ),
  };
}
