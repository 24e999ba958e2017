import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Answer } from '../core/answer.ts';
import type { Application } from '../core/application.ts';
import type { Language } from '../core/article.ts';
import { isStatement } from '../core/block.ts';
import type {
  AskableQuestion,
  StarterQuestion,
  StarterQuestions,
} from '../core/starter-question.ts';
import { replaceFile } from '../index/snapshot/durable-file.ts';

/** Answered ones that are kept of each language: some to begin with, others to go on with. */
const WANTED = 12;
/** Milliseconds between two questions, in which readers have their turn. */
const PAUSE = 30;
/** Milliseconds between two looks at whether there is a new index. */
const INTERVAL = 1_000;
/** Beside the index; made anew whenever it is missing, damaged or of another index. */
const FILE = 'starter-questions.json';
/** The build that answers, by its folder: another one may not answer what this one did. */
const CODE = /app-[0-9a-f]+/u.exec(import.meta.dirname)?.[0] ?? 'sources';

const keptSchema = z.object({
  key: z.string(),
  questions: z.record(
    z.enum(['zh', 'en']),
    z.array(z.object({ text: z.string(), articleIds: z.array(z.string()) })),
  ),
});

export interface RunningStarterQuestions extends StarterQuestions {
  close(): void;
}

/**
 * Finds questions to begin with: it asks what the articles should answer, one after the other while
 * the server runs, and keeps what was answered well. A model is not asked.
 */
export function findStarterQuestions(
  application: Pick<Application, 'health' | 'askableQuestions' | 'answer'>,
  { dataPath }: { readonly dataPath: string },
  reportFailure: (error: unknown, what: string) => void,
): RunningStarterQuestions {
  let generation: string | null = null;
  let found: Readonly<Record<Language, readonly StarterQuestion[]>> = { zh: [], en: [] };
  let complete = false;
  const closed = new AbortController();
  const file = path.join(dataPath, FILE);

  async function find(current: string): Promise<void> {
    const isCurrent = () => !closed.signal.aborted && generation === current;
    const key = createHash('sha256').update(`${current} ${CODE}`).digest('hex');
    const kept = await readKept(file, key);
    if (!isCurrent()) return;
    if (kept !== null) {
      found = kept;
      complete = true;
      return;
    }
    for (const language of ['zh', 'en'] as const) {
      for (const candidate of await application.askableQuestions(language)) {
        await new Promise((resolve) => setTimeout(resolve, PAUSE).unref());
        if (!isCurrent()) return;
        const answer = await ask(application, candidate.text, language, closed.signal);
        if (!isCurrent()) return;
        if (answer === null || !isAnsweredWell(candidate, answer)) continue;
        const articleIds = [...new Set(answer.citations.map(({ articleId }) => articleId))];
        found = {
          ...found,
          [language]: [...found[language], { text: candidate.text, articleIds }],
        };
        if (found[language].length >= WANTED) break;
      }
    }
    complete = true;
    await replaceFile(file, `${JSON.stringify({ key, questions: found })}\n`);
  }

  function look(): void {
    const current = application.health().index?.generation ?? null;
    if (current === generation) return;
    generation = current;
    found = { zh: [], en: [] };
    complete = current === null;
    if (current === null) return;
    find(current).catch((error: unknown) => {
      if (!closed.signal.aborted)
        reportFailure(error, 'questions to begin with could not be found');
    });
  }

  look();
  const timer = setInterval(look, INTERVAL).unref();
  return {
    list: (language) => ({ questions: found[language], complete }),
    close() {
      closed.abort();
      clearInterval(timer);
    },
  };
}

async function readKept(file: string, key: string) {
  try {
    const kept = keptSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    return kept.key === key ? { zh: kept.questions.zh ?? [], en: kept.questions.en ?? [] } : null;
  } catch {
    return null;
  }
}

async function ask(
  application: Pick<Application, 'answer'>,
  question: string,
  answerLanguage: Language,
  signal: AbortSignal,
): Promise<Answer | null> {
  const messages = [{ role: 'user', content: question }] as const;
  const request = {
    messages,
    filters: {},
    composer: 'extractive',
    answerLanguage,
    signal,
  } as const;
  for await (const event of application.answer(request)) {
    if (event.type === 'done') return event.answer;
  }
  return null;
}

/**
 * Whether an answer is one to show first: it says it is one, it rests on the sentence that the
 * question was made of, and where that sentence has a name, a place or a number, so has the answer.
 */
export function isAnsweredWell(asked: AskableQuestion, answer: Answer): boolean {
  if (answer.outcome !== 'answered') return false;
  const statements = answer.blocks.filter(isStatement);
  const [first] = statements;
  if (first === undefined) return false;
  const cites = (markers: readonly number[]) =>
    answer.citations.some(
      ({ marker, articleId, start, end }) =>
        markers.includes(marker) &&
        asked.articleIds.includes(articleId) &&
        (asked.sentence === null || (start < asked.sentence.end && asked.sentence.start < end)),
    );
  const citesArticle = answer.citations.some(({ articleId }) =>
    asked.articleIds.includes(articleId),
  );
  switch (asked.form) {
    case 'story':
      return statements.length >= 2 && citesArticle;
    case 'happened':
      // Which of the day's sentences is shown first is up to the answer, but it is about the place.
      return (
        citesArticle &&
        answer.citations.some(
          ({ quote }) => asked.expected === null || quote.includes(asked.expected),
        )
      );
    case 'said':
    case 'identity': {
      const quoted = answer.citations.filter(({ marker }) => first.citations.includes(marker));
      const words = [answer.shortAnswer?.original, answer.shortAnswer?.text, first.text];
      const shown = [...words, ...quoted.map(({ quote }) => quote)].join(' ');
      return (
        quoted.some(({ articleId }) => asked.articleIds.includes(articleId)) &&
        (asked.expected === null || shown.includes(asked.expected))
      );
    }
    default: {
      const short = answer.shortAnswer;
      if (short === null || !cites([...first.citations, ...short.citations])) return false;
      const words = [short.text, short.original ?? ''];
      const { expected } = asked;
      return (
        expected === null ||
        words.some((word) => word !== '' && (word.includes(expected) || expected.includes(word)))
      );
    }
  }
}
