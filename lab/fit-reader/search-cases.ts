import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { composeApplication } from '../../src/app/compose.ts';
import { composeLanguage } from '../../src/app/compose-models.ts';
import { readProcessConfig } from '../../src/app/config.ts';
import type { Article } from '../../src/core/article.ts';
import { detectLanguage } from '../../src/language/characters/language.ts';
import { articleOfDocument } from '../evaluate/answer-from-documents.ts';
import { openMemoryCollection } from '../evaluate/compose-collections.ts';
import { parseQuestions } from '../evaluate/questions.ts';
import { parseRgb } from '../evaluate/rgb-collection.ts';
import { idOfText, type ReadingCase, stretchesOf } from './reading-case.ts';

/**
 * Searches for every question of a collection and writes what was found, one case a line:
 *
 *   tsx lab/fit-reader/search-cases.ts reading FILE OUT   passages of each question alone
 *   tsx lab/fit-reader/search-cases.ts asked FILE OUT     the indexed articles (ARTICLES_PATH)
 */
const TODAY = '2024-01-01';
const PASSAGES = 12;
const NEGATIVES = 5;
const [form, path = '', out = ''] = process.argv.slice(2);
const config = readProcessConfig();
const language = await composeLanguage(config);
const output = createWriteStream(out);

if (form === 'reading') await searchReading();
else if (form === 'asked') await searchAsked();
else throw new Error('Expected reading or asked.');
output.end();
await once(output, 'finish');

async function searchReading() {
  for (const { id, query, answer, positive, negative } of parseRgb(
    await readFile(path, 'utf8'),
    path,
  )) {
    const articles = [...positive, ...negative.slice(0, NEGATIVES)].map((text, position) => ({
      ...articleOfDocument(text, position),
      id: idOfText(text),
    }));
    const search = async (of: readonly Article[]) => {
      const unique = [...new Map(of.map((article) => [article.id, article])).values()];
      const retriever = (await openMemoryCollection(unique, config, language))();
      const retrieval = await retriever.retrieve({
        text: query,
        language: detectLanguage(query),
        filters: {},
        limit: PASSAGES,
        today: TODAY,
      });
      return stretchesOf(retrieval.passages, articles);
    };
    write({
      id,
      question: query,
      answer,
      articles,
      answering: positive.map((_, place) => place),
      found: await search(articles),
      foundWithout: negative.length === 0 ? null : await search(articles.slice(positive.length)),
    });
  }
}

async function searchAsked() {
  const application = await composeApplication(config, { loadLanguage: async () => language });
  for (const question of parseQuestions(await readFile(path, 'utf8'), path)) {
    const { results } = await application.search({
      query: question.text,
      filters: {},
      limit: PASSAGES,
    });
    const passages = results.map(({ passage }) => passage);
    const articles = [...new Set(passages.map(({ article }) => article))];
    const found = stretchesOf(passages, articles);
    const answering = question.isUnanswerable
      ? []
      : articles.flatMap(({ origin }, place) =>
          question.articles.includes(origin.position + 1) ? [place] : [],
        );
    write({
      id: question.id,
      question: question.text,
      answer: question.answer,
      articles,
      answering,
      found,
      foundWithout: found.filter(([place]) => !answering.includes(place)),
    });
  }
  await application.close();
}

function write(one: ReadingCase) {
  output.write(`${JSON.stringify(one)}\n`);
}
