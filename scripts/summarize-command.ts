import type { Answer } from '../src/core/answer.ts';
import { answerMarkdown, timelineMarkdown } from '../src/core/answer-markdown.ts';
import type { Application } from '../src/core/application.ts';
import type { Problem } from '../src/core/errors.ts';
import type { SummaryRequest } from '../src/core/news-event.ts';
import { answerFooting, noticeLine, printable } from './answer-text.ts';
import { reportFailure } from './command-line.ts';
import {
  parseSummarizeArguments,
  SUMMARIZE_USAGE,
  type SummarizeArguments,
} from './summarize-arguments.ts';
import { eventsText, timelineText } from './summarize-text.ts';

/** What the command touches, so that tests can hold it. */
export interface SummarizeIo {
  /** Opens the application; called only when there is something to summarise. */
  readonly open: () => Promise<Application>;
  /** Writes to standard output. */
  readonly print: (text: string) => void;
  /** Writes to standard error. */
  readonly writeError: (text: string) => void;
  readonly signal: AbortSignal;
}

/** The most that one page of events or of a timeline holds. */
const PAGE_SIZE = 100;

/** Runs `npm run summarize` and gives its exit code: 0 done, 1 nothing or failed, 2 wrong usage. */
export async function runSummarize(words: readonly string[], io: SummarizeIo): Promise<number> {
  const { open, print, writeError } = io;
  try {
    const asked = parseSummarizeArguments(words);
    if (asked.task === 'help') {
      print(SUMMARIZE_USAGE);
      return 0;
    }
    const application = await open();
    try {
      if (asked.task === 'events') return printEvents(application, asked, print);
      if (asked.task === 'timeline') return await printTimeline(application, asked, print);
      return await printSummary(application, asked, io);
    } finally {
      await application.close();
    }
  } catch (thrown) {
    return reportFailure(thrown, writeError);
  }
}

function printEvents(
  application: Application,
  { from, to, topic, language, format }: SummarizeArguments,
  print: (text: string) => void,
): number {
  const page = application.listEvents({
    filters: { from, to },
    query: topic,
    sort: 'newest',
    page: 1,
    pageSize: PAGE_SIZE,
  });
  print(format === 'json' ? json(page) : eventsText(page, language));
  return page.total > 0 ? 0 : 1;
}

async function printTimeline(
  application: Application,
  { eventId, topic, from, to, language, format }: SummarizeArguments,
  print: (text: string) => void,
): Promise<number> {
  const request = { filters: {}, dated: { from, to }, eventId, topic, language };
  const page = await application.timeline({ ...request, page: 1, pageSize: PAGE_SIZE });
  if (format === 'json') print(json(page));
  else if (format === 'markdown') {
    const heading = topic ?? eventId ?? (language === 'zh' ? '时间线' : 'Timeline');
    print(timelineMarkdown(heading, page.entries, language));
  } else print(timelineText(page, language));
  return page.total > 0 ? 0 : 1;
}

async function printSummary(
  application: Application,
  asked: SummarizeArguments,
  { print, writeError, signal }: SummarizeIo,
): Promise<number> {
  const { eventId, topic, from, to, language, length, format } = asked;
  const answer = await readAnswer(application, {
    eventId,
    topic,
    from,
    to,
    language,
    length,
    signal,
  });
  if ('status' in answer) {
    writeError(`${printable(`${answer.title}: ${answer.detail} ${answer.action}`)}\n`);
    return 1;
  }
  if (format === 'json') print(json(answer));
  else if (format === 'markdown') print(answerMarkdown(answer));
  else {
    const notices = answer.notices.map(({ text }) => noticeLine(text, language)).join('');
    print(`${notices}${printable(answer.answer)}\n${answerFooting(answer)}`);
  }
  return answer.abstained ? 1 : 0;
}

async function readAnswer(
  application: Application,
  request: SummaryRequest,
): Promise<Answer | Problem> {
  for await (const event of application.summarize(request)) {
    if (event.type === 'error') return event.problem;
    if (event.type === 'done') return event.answer;
  }
  throw new Error('The summary ended without its closing event.');
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
