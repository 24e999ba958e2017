import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { readPassages } from '../../src/answer/reader/reader.ts';
import { FEATURE_NAMES } from '../../src/answer/reader/sentence-features.ts';
import { composeReader } from '../../src/app/compose-answers.ts';
import { composeLanguage } from '../../src/app/compose-models.ts';
import type { Article } from '../../src/core/article.ts';
import type { Span } from '../../src/core/span.ts';
import { type AnswerGroups, holdsSomeAnswer } from '../evaluate/accepted-answer.ts';
import { type FoundStretch, passagesOf, type ReadingCase } from './reading-case.ts';

/**
 * Writes the features of every sentence of cases, to be fitted by `fit.py`:
 *
 *   tsx lab/fit-reader/extract-features.ts OUT CASES …
 *
 * OUT.f32 holds a row of features a sentence; OUT.jsonl a line for each reading of a question:
 * its collection, id, which reading it is, number of sentences, and for each whether it states an accepted answer.
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
    if (one.answering.length > 0) write(collection, one, one.found, 'whole');
    if (one.foundWithout !== null) write(collection, one, one.foundWithout, 'without');
    const cut = cutAnswers(one);
    if (cut !== null) write(collection, cut, cut.found, 'cut');
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

/**
 * The case with every sentence that holds an accepted answer taken out of the articles that answer: they
 * speak of what is asked and do not say it. Null where that leaves nothing of an article.
 */
function cutAnswers(one: ReadingCase): ReadingCase | null {
  if (one.answering.length === 0) return null;
  const removed = new Map<number, Span[]>();
  for (const place of one.answering) {
    const article = one.articles[place];
    if (article === undefined) return null;
    const sentences = reader.sentencesOf(article);
    const stating = sentences.filter(({ text }) => shareHeld(text, one.answer) > 0);
    if (stating.length === 0 || stating.length === sentences.length) return null;
    removed.set(place, stating);
  }
  const keptBefore = (place: number, offset: number) =>
    (removed.get(place) ?? []).reduce(
      (kept, { start, end }) => kept - Math.max(0, Math.min(end, offset) - start),
      offset,
    );
  const articles = one.articles.map((article, place): Article => {
    const body = [...(removed.get(place) ?? [])].reduceRight(
      (text, { start, end }) => text.slice(0, start) + text.slice(end),
      article.body,
    );
    return removed.has(place) ? { ...article, id: `${article.id}-cut-${one.id}`, body } : article;
  });
  const found = one.found.flatMap(([place, start, end, score]): FoundStretch[] => {
    const [from, to] = [keptBefore(place, start), keptBefore(place, end)];
    return from < to ? [[place, from, to, score]] : [];
  });
  return { ...one, articles, found };
}

function write(
  collection: string,
  one: ReadingCase,
  found: readonly FoundStretch[],
  reading: 'whole' | 'without' | 'cut',
) {
  const isAnswerable = reading === 'whole';
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
    `${JSON.stringify({ collection, id: one.id, reading, isAnswerable, sentences: sentences.length, labels })}\n`,
  );
}

function shareHeld(text: string, groups: AnswerGroups): number {
  if (groups.length === 0) return 0;
  return groups.filter((group) => holdsSomeAnswer(text, [group])).length / groups.length;
}
