import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { readPassages } from '../../src/answer/reader/reader.ts';
import { FEATURE_NAMES } from '../../src/answer/reader/sentence-features.ts';
import { composeReader } from '../../src/app/compose-answers.ts';
import { composeLanguage } from '../../src/app/compose-models.ts';
import type { Article } from '../../src/core/article.ts';
import { type AnswerGroups, holdsSomeAnswer } from '../evaluate/accepted-answer.ts';
import { type FoundStretch, passagesOf, type ReadingCase } from './reading-case.ts';

/**
 * Writes the features of every sentence of cases, to be fitted by `fit.py`:
 *
 *   tsx lab/fit-reader/extract-features.ts OUT CASES …
 *
 * OUT.f32 holds a row of features a sentence; OUT.jsonl a line for each reading of a question:
 * its collection, id, number of sentences, and for each whether it states an accepted answer.
 */
const TODAY = '2024-01-01';
const [out = '', ...files] = process.argv.slice(2);
// Equal documents are one article, so that each is annotated once.
const articles = new Map<string, Article>();
const language = await composeLanguage({ dictionaryPath: null });
const reader = composeReader(language);
const rows = createWriteStream(`${out}.f32`);
const lines = createWriteStream(`${out}.jsonl`);
for (const file of files) {
  const collection = file.replace(/^.*\//u, '').replace(/\.jsonl$/u, '');
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    if (line === '') continue;
    const read: ReadingCase = JSON.parse(line);
    const one = { ...read, articles: read.articles.map(sameArticle) };
    if (one.answering.length > 0) write(collection, one, one.found, true);
    if (one.foundWithout !== null) write(collection, one, one.foundWithout, false);
  }
}
rows.end();
lines.end();
await Promise.all([once(rows, 'finish'), once(lines, 'finish')]);

function sameArticle(article: Article): Article {
  const known = articles.get(article.id);
  if (known !== undefined) return known;
  articles.set(article.id, article);
  return article;
}

function write(
  collection: string,
  one: ReadingCase,
  found: readonly FoundStretch[],
  isAnswerable: boolean,
) {
  const answering = new Set(one.answering.map((place) => one.articles[place]?.id));
  const { sentences } = readPassages(
    language.readQuestion(one.question, TODAY),
    passagesOf(one, found),
    reader,
  );
  if (sentences.length === 0) return;
  const values = new Float32Array(sentences.length * FEATURE_NAMES.length);
  for (const [s, { features }] of sentences.entries()) {
    for (const [f, name] of FEATURE_NAMES.entries()) {
      values[s * FEATURE_NAMES.length + f] = features[name];
    }
  }
  rows.write(Buffer.from(values.buffer));
  const labels = sentences.map(({ sentence, article }) =>
    isAnswerable && answering.has(article.id) ? shareHeld(sentence.text, one.answer) : 0,
  );
  lines.write(
    `${JSON.stringify({ collection, id: one.id, isAnswerable, sentences: sentences.length, labels })}\n`,
  );
}

function shareHeld(text: string, groups: AnswerGroups): number {
  if (groups.length === 0) return 0;
  return groups.filter((group) => holdsSomeAnswer(text, [group])).length / groups.length;
}
