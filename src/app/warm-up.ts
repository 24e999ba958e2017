import type { Application } from '../core/application.ts';
import type { Language } from '../core/article.ts';
import type { Config } from './config.ts';

/** Milliseconds after which no further question is asked before the first call. */
const ENOUGH = 500;
/** Milliseconds between two questions that are asked while nobody else asks. */
const PAUSE = 20;
/** Articles of a language that are asked about: by then the compiler has seen most of what an answer does. */
const ARTICLES = 12;

/** Things to ask about a title that take an answer through most of the code. */
const QUESTIONS: Readonly<Record<Language, readonly ((title: string) => string)[]>> = {
  zh: [
    (title) => `谁${title}？`,
    (title) => `${title}是什么时候？有多少？`,
    (title) => `为什么${title}？`,
    (title) => `${title}在哪里？`,
  ],
  en: [
    (title) => `Who is ${title} about?`,
    (title) => `When and how many: ${title}?`,
    (title) => `Why ${title}?`,
    (title) => `Where is ${title}, and how much did it cost?`,
  ],
};

type Asked = Pick<Application, 'answer' | 'health' | 'listArticles'>;

export interface WarmUpParts {
  readonly application: Asked;
  readonly config: Pick<Config, 'embeddingModel'>;
  readonly reportFailure: (error: unknown, what: string) => void;
}

/**
 * Asks an application a question in each language about its own newest articles, so that the first reader does
 * not wait for code that is compiled and tables that are read by a first question. No model on a server is asked.
 */
export async function warmUp(parts: WarmUpParts): Promise<void> {
  const signal = AbortSignal.timeout(ENOUGH);
  await askOwn(parts, 0, 1, async () => {}, signal);
}

/**
 * Goes on with other questions about other articles, one at a time.
 * @param whenIdle resolves when nobody is asking
 */
export async function warmUpFurther(
  parts: WarmUpParts,
  whenIdle: () => Promise<void>,
): Promise<void> {
  await askOwn(parts, 1, ARTICLES, async () => {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    await whenIdle();
  });
}

async function askOwn(
  { application, config, reportFailure }: WarmUpParts,
  from: number,
  to: number,
  beforeEach: () => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  if (config.embeddingModel !== null || application.health().index === null) return;
  try {
    for (const content of questionsOf(application, from, to)) {
      await beforeEach();
      const messages = [{ role: 'user', content }] as const;
      const request = { messages, filters: {}, composer: 'extractive', signal } as const;
      for await (const _ of application.answer(request)) if (signal?.aborted) return;
    }
  } catch (error) {
    if (!signal?.aborted) reportFailure(error, 'the first questions could not be asked');
  }
}

/** Of both languages in turn, about the newest articles at some places. */
function questionsOf(application: Asked, from: number, to: number): string[] {
  const listed = (['zh', 'en'] as const).map((language) => {
    const filters = { language };
    const { articles } = application.listArticles({ filters, page: 1, pageSize: to });
    return { forms: QUESTIONS[language], articles };
  });
  return Array.from({ length: to - from }, (_, i) => from + i).flatMap((place) =>
    listed.flatMap(({ forms, articles }) => {
      const title = articles[place]?.title;
      const form = forms[place % forms.length];
      return title === undefined || form === undefined ? [] : [form(title.slice(0, 60))];
    }),
  );
}
