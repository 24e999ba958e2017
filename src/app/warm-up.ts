import type { Application } from '../core/application.ts';
import type { Language } from '../core/article.ts';

/** Milliseconds between two steps, in which requests have their turn. */
const PAUSE = 20;

/** Something to ask about a title that takes an answer through most of the code. */
const QUESTIONS: Readonly<Record<Language, readonly ((title: string) => string)[]>> = {
  zh: [(title) => `谁${title}？`, (title) => `${title}是什么时候？有多少？`],
  en: [(title) => `Who said what about ${title}?`, (title) => `When and how many: ${title}?`],
};

/**
 * Asks an application about its own newest articles, so that the first reader does not wait for code
 * that is compiled and caches that are filled by a first question. A model is not asked.
 * @param signal ends it between two questions
 */
export async function warmUp(application: Application, signal: AbortSignal): Promise<void> {
  const { index, composer } = application.health();
  if (index === null) return;
  for (const language of ['zh', 'en'] as const) {
    const filters = { language };
    const { articles } = application.listArticles({ filters, page: 1, pageSize: 1 });
    const title = articles[0]?.title;
    if (title === undefined) continue;
    for (const questionAbout of QUESTIONS[language]) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      if (signal.aborted) return;
      const question = questionAbout(title.slice(0, 60));
      if (composer === 'model') {
        await application.search({ query: question, filters: {}, limit: 10 });
        continue;
      }
      const messages = [{ role: 'user', content: question }] as const;
      for await (const _ of application.answer({ messages, filters: {}, signal })) {
        if (signal.aborted) return;
      }
    }
  }
}
