import type { Application } from '../core/application.ts';
import type { Language } from '../core/article.ts';

/** Milliseconds between two questions. */
const PAUSE = 20;

/** Articles of a language that are asked about: by then the compiler has seen most of what an answer does. */
const ARTICLES = 12;

/** Something to ask about a title that takes an answer through most of the code. */
const QUESTIONS: Readonly<Record<Language, readonly ((title: string) => string)[]>> = {
  zh: [
    (title) => `谁${title}？`,
    (title) => `${title}是什么时候？有多少？`,
    (title) => `为什么${title}？`,
    (title) => `${title}在哪里？`,
  ],
  en: [
    (title) => `Who said what about ${title}?`,
    (title) => `When and how many: ${title}?`,
    (title) => `Why ${title}?`,
    (title) => `Where is ${title}, and how much did it cost?`,
  ],
};

/**
 * Asks an application about its own newest articles, so that the first readers do not wait for code
 * that is compiled and caches that are filled by first questions. A model is not asked.
 * @param whenIdle resolves when nobody is asking
 */
export async function warmUp(
  application: Application,
  whenIdle: () => Promise<void>,
): Promise<void> {
  for (const question of questionsOf(application)) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    await whenIdle();
    if (application.health().composer === 'model') {
      await application.search({ query: question, filters: {}, limit: 10 });
      continue;
    }
    const messages = [{ role: 'user', content: question }] as const;
    for await (const _ of application.answer({ messages, filters: {} }));
  }
}

/** Of both languages in turn. */
function questionsOf(application: Application): string[] {
  const titles = (language: Language) =>
    application
      .listArticles({ filters: { language }, page: 1, pageSize: ARTICLES })
      .articles.map(({ title }) => title);
  const [chinese, english] = [titles('zh'), titles('en')];
  return Array.from({ length: ARTICLES }, (_, place) =>
    (
      [
        ['zh', chinese[place]],
        ['en', english[place]],
      ] as const
    ).flatMap(([language, title]) => {
      const forms = QUESTIONS[language];
      const form = forms[place % forms.length];
      return title === undefined || form === undefined ? [] : [form(title.slice(0, 60))];
    }),
  ).flat();
}
