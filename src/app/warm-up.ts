import type { Application } from '../core/application.ts';
import type { Language } from '../core/article.ts';
import type { Config } from './config.ts';

/** Milliseconds after which no further question is asked. */
const ENOUGH = 500;

/** Something to ask about a title that takes an answer through most of the code. */
const QUESTIONS: Readonly<Record<Language, (title: string) => string>> = {
  zh: (title) => `谁${title}？`,
  en: (title) => `Who is ${title} about?`,
};

/**
 * Asks an application about its own newest articles, so that the first reader does not wait for code
 * that is compiled and tables that are read by a first question. No model on a server is asked.
 */
export async function warmUp(
  application: Pick<Application, 'answer' | 'health' | 'listArticles'>,
  { embeddingModel }: Pick<Config, 'embeddingModel'>,
  reportFailure: (error: unknown, what: string) => void,
): Promise<void> {
  if (embeddingModel !== null || application.health().index === null) return;
  const signal = AbortSignal.timeout(ENOUGH);
  try {
    for (const language of ['zh', 'en'] as const) {
      const { articles } = application.listArticles({
        filters: { language },
        page: 1,
        pageSize: 1,
      });
      const title = articles[0]?.title;
      if (title === undefined) continue;
      const content = QUESTIONS[language](title.slice(0, 60));
      const messages = [{ role: 'user', content }] as const;
      const request = { messages, filters: {}, composer: 'extractive', signal } as const;
      for await (const _ of application.answer(request)) if (signal.aborted) return;
    }
  } catch (error) {
    if (!signal.aborted) reportFailure(error, 'the first questions could not be asked');
  }
}
