import { readFileSync } from 'node:fs';
import type { AnswerEvent, CompositionEvent } from '../../src/core/answer-event.ts';
import type { AnswerRequest, Application, ArticleDate } from '../../src/core/application.ts';
import type { Article, Language } from '../../src/core/article.ts';
import { countOutlets, coveredDates, newestFirst } from '../../src/core/collection.ts';
import { CompositionWriter } from '../../src/core/composition-writer.ts';
import { requireOrderedRange } from '../../src/core/date-range.ts';
import { YinzhengError } from '../../src/core/errors.ts';
import { failedFilters } from '../../src/core/filters.ts';
import type { NewsEvent } from '../../src/core/news-event.ts';
import type { Passage } from '../../src/core/passage.ts';
import { streamAnswer } from '../../src/core/stream-answer.ts';

const QUESTION_LIMIT = 4_000;

/** The seed articles, as written in their file: enough for a server to serve. */
export const ARTICLES: readonly Article[] = readSeeds();

/** What the first article's first day is said to mean. */
export const ARTICLE_DATE: ArticleDate = {
  start: 10,
  end: 12,
  from: '2025-07-07',
  to: '2025-07-07',
};

export interface MemoryApplication extends Application {
  /** Every request that was answered, oldest first. */
  readonly asked: readonly AnswerRequest[];
}

/**
 * An application over the seeds whose "search" is a word in common. It keeps the contract of
 * `Application`, so that `serve/` can be tried without the rest of the house.
 * @param changes methods to replace
 */
export function createMemoryApplication(changes: Partial<Application> = {}): MemoryApplication {
  const asked: AnswerRequest[] = [];

  function find(query: string, filters: AnswerRequest['filters']): Passage[] {
    requireQuestion(query);
    requireOrderedRange(filters);
    const words = query.match(/[A-Za-z]{3,}|\p{Script=Han}{2}/gu) ?? [];
    return ARTICLES.filter((article) => failedFilters(article, filters).length === 0).flatMap(
      (article) => {
        const word = words.find((candidate) => article.body.includes(candidate));
        return word === undefined ? [] : [passageAround(article, word)];
      },
    );
  }

  function answer(request: AnswerRequest): AsyncIterable<AnswerEvent> {
    asked.push(request);
    const question = request.messages.at(-1)?.content ?? '';
    const language = /\p{Script=Han}/u.test(question) ? 'zh' : 'en';
    return streamAnswer({
      id: 'answer-1',
      model: request.model ?? null,
      understand: async () => ({ language, kind: 'what', standalone: question }),
      find: async () => ({
        passages: find(question, request.filters),
        dateRange: null,
        timings: {},
      }),
      compose: (_, { passages }) => compose(passages, language),
    });
  }

  async function* compose(
    [best]: readonly Passage[],
    language: Language,
  ): AsyncGenerator<CompositionEvent> {
    const writer = new CompositionWriter(language);
    if (best === undefined) {
      yield* writer.write({ kind: 'refusal', text: '没有找到。', code: 'nothing-found' });
    } else {
      const { marker, quote } = writer.cite(best.article, best.chunk);
      yield* writer.write({
        kind: 'quote',
        placement: 'paragraph',
        heading: null,
        lead: null,
        text: quote,
        citations: [marker],
        dates: [],
        corroboration: null,
      });
    }
    yield* writer.finish({
      outcome: best === undefined ? 'not-found' : 'answered',
      layout: 'paragraph',
      refusal: null,
      suggestions: [],
    });
  }

  return {
    asked,
    answer,
    search: async ({ query, filters, limit }) => ({
      language: /\p{Script=Han}/u.test(query) ? 'zh' : 'en',
      dateRange: null,
      nearestDates: [],
      results: find(query, filters)
        .slice(0, limit)
        .map((passage) => ({ passage, highlights: [], explanation: [`含有“${query}”`] })),
      timings: {},
    }),
    listArticles: ({ filters, page, pageSize }) => {
      requireOrderedRange(filters);
      const kept = newestFirst(ARTICLES).filter(
        (article) => failedFilters(article, filters).length === 0,
      );
      const articles = kept.slice((page - 1) * pageSize, page * pageSize);
      return { articles, total: kept.length, page, pageSize };
    },
    getArticle: (id) => {
      const article = ARTICLES.find((candidate) => candidate.id === id);
      if (article === undefined) throw new YinzhengError('article-not-found', `Its id is "${id}".`);
      return article;
    },
    articleDates: async (id) => (id === ARTICLES[0]?.id ? [ARTICLE_DATE] : []),
    listEvents: ({ page, pageSize }) => ({ events: [EVENT], total: 1, page, pageSize }),
    listStories: ({ page, pageSize }) => ({
      stories: [{ ...EVENT, days: [], eventIds: [EVENT.id], weight: 1 }],
      total: 1,
      page,
      pageSize,
    }),
    getEvent: requireEvent,
    summarize: ({ topic = '', from, to }) =>
      answer({ messages: [{ role: 'user', content: topic }], filters: { from, to } }),
    timeline: async ({ page, pageSize }) => ({
      entries: [],
      total: 0,
      page,
      pageSize,
      undatedArticles: 0,
      notices: [],
    }),
    eventChanges: async (id, since) => ({
      event: requireEvent(id),
      since,
      changes: [],
      notices: [],
    }),
    comparePresses: async (id, left, right) => ({
      event: requireEvent(id),
      left: { press: left, articleIds: [], only: [] },
      right: { press: right, articleIds: [], only: [] },
      shared: [],
      citations: [],
      notices: [],
    }),
    embed: async (texts) => texts.map((text) => [text.length, 1, 0.5]),
    askableQuestions: async () => [],
    readingAid: async () => [],
    textAid: async ({ texts }) => texts.map(() => []),
    lookUpWord: async (word) =>
      word === '上海'
        ? [
            {
              simplified: '上海',
              traditional: '上海',
              pinyin: 'Shang4 hai3',
              glosses: ['Shanghai'],
            },
          ]
        : [],
    health: () => ({
      index: null,
      vectorSearch: null,
      composer: 'extractive',
      model: null,
      models: [],
      outlets: countOutlets(ARTICLES),
      covers: coveredDates(ARTICLES),
      languages: ['zh', 'en'],
    }),
    ready: async () => ({ status: 'ready' }),
    close: async () => undefined,
    ...changes,
  };
}

/** The defence ministers' meeting. */
const EVENT: NewsEvent = {
  id: 'event-1',
  title: { zh: ARTICLES[4]?.title ?? '', en: null },
  from: '2025-06-25',
  to: '2025-06-26',
  places: [{ zh: '青岛', en: 'Qingdao' }],
  participants: [],
  articleIds: ['seed-4', 'seed-5'],
  copyIds: [],
  outlets: [],
  languages: ['zh'],
};

function requireEvent(id: string): NewsEvent {
  if (id !== EVENT.id) throw new YinzhengError('event-not-found', `Its id is "${id}".`);
  return EVENT;
}

function requireQuestion(question: string): void {
  if (question.trim() === '') throw new YinzhengError('empty-question', 'It has no words.');
  if (question.length > QUESTION_LIMIT) {
    const detail = `At most ${QUESTION_LIMIT} characters were expected; ${question.length} came.`;
    throw new YinzhengError('question-too-long', detail, { field: 'messages' });
  }
}

function passageAround(article: Article, word: string): Passage {
  const at = article.body.indexOf(word);
  const start = article.body.lastIndexOf('。', at) + 1;
  const stop = article.body.indexOf('。', at);
  const end = stop < 0 ? article.body.length : stop + 1;
  const text = article.body.slice(start, end);
  return {
    chunk: { id: `${article.id}-${start}`, articleId: article.id, start, end, text },
    article,
    score: 1,
    trace: { signals: [], rerank: [], matched: [word] },
    copies: [],
  };
}

function readSeeds(): Article[] {
  const file = new URL('../../seeds/shanghai-spirit.txt', import.meta.url);
  const [, , ...lines] = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const headings = lines.flatMap((line, position) => {
    const match = /^(.+)·\s(\d{4}-\d\d-\d\d) (\d\d:\d\d)$/.exec(line);
    return match === null
      ? []
      : [{ position, name: match[1] ?? '', date: `${match[2]}T${match[3]}` }];
  });
  return headings.map(({ position, name, date }, order) => {
    const next = headings[order + 1]?.position ?? lines.length + 1;
    const body = lines.slice(position + 1, next - 1).join('\n');
    return {
      id: `seed-${order}`,
      title: lines[position - 1] ?? '',
      outlet: { name, zh: name, en: name },
      publishedAt: date,
      language: /\p{Script=Han}{20}/u.test(body) ? 'zh' : 'en',
      body,
      url: null,
      truncated: body.endsWith('...'),
      origin: { path: 'shanghai-spirit.txt', position: order },
      copyOf: null,
    };
  });
}
