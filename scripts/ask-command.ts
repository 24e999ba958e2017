import type { QuestionTrace } from '../src/app/trace-question.ts';
import type { Answer } from '../src/core/answer.ts';
import type { AnswerEvent } from '../src/core/answer-event.ts';
import type { Application } from '../src/core/application.ts';
import type { Language } from '../src/core/article.ts';
import { MarkdownStream } from '../src/core/block-markdown.ts';
import type { Problem } from '../src/core/errors.ts';
import { viewSearch } from '../src/core/http-views.ts';
import { answerFooting, explanationText, noticeLine, printable } from './answer-text.ts';
import { ASK_USAGE, type AskArguments, parseAskArguments } from './ask-arguments.ts';
import { reportFailure } from './command-line.ts';
import { traceText } from './trace-text.ts';

/** What the command touches, so that tests can hold it. */
export interface AskIo {
  /** Opens the application; called only when there is a question to answer. */
  readonly open: () => Promise<Application>;
  /** Traces a question of a day (`YYYY-MM-DD`) over the same index. */
  readonly trace: (question: string, today: string) => Promise<QuestionTrace>;
  /** Writes to standard output. */
  readonly print: (text: string) => void;
  /** Writes to standard error. */
  readonly writeError: (text: string) => void;
  /** True where someone watches the answer being written. */
  readonly isTerminal: boolean;
  readonly signal: AbortSignal;
}

/** Runs `npm run ask` and gives its exit code: 0 answered, 1 refused or failed, 2 wrong usage. */
export async function runAsk(words: readonly string[], io: AskIo): Promise<number> {
  const { open, print, writeError } = io;
  try {
    const asked = parseAskArguments(words);
    if (asked.help) {
      print(ASK_USAGE);
      return 0;
    }
    const application = await open();
    try {
      return await answerQuestion(application, asked, io);
    } finally {
      await application.close();
    }
  } catch (thrown) {
    return reportFailure(thrown, writeError);
  }
}

async function answerQuestion(
  application: Application,
  asked: AskArguments,
  { print, writeError, isTerminal, signal, trace }: AskIo,
): Promise<number> {
  const { question, filters, today, explain, json } = asked;
  const messages = [{ role: 'user', content: question }] as const;
  const events = application.answer({ messages, filters, today, signal });
  const answer = await followAnswer(events, isTerminal && !json ? print : null);
  if ('status' in answer) {
    writeError(`${printable(`${answer.title}: ${answer.detail} ${answer.action}`)}\n`);
    return 1;
  }
  const search = explain
    ? await application.search({ query: question, filters, limit: 10, today })
    : null;
  const traced = asked.trace
    ? await trace(question, today ?? new Date().toLocaleDateString('sv-SE'))
    : null;
  if (json) {
    const explained = search === null ? {} : { search: viewSearch(search, true) };
    const shown = traced === null ? {} : { trace: traced };
    print(`${JSON.stringify({ ...answer, ...explained, ...shown }, null, 2)}\n`);
  } else {
    if (!isTerminal) print(wholeText(answer));
    print(answerFooting(answer));
    if (search !== null) print(explanationText(search));
    if (traced !== null) print(traceText(traced));
  }
  return answer.abstained ? 1 : 0;
}

/** Reads the events to the end; `print`, where given, shows the text as it is written. */
async function followAnswer(
  events: AsyncIterable<AnswerEvent>,
  print: ((text: string) => void) | null,
): Promise<Answer | Problem> {
  let language: Language = 'en';
  let markdown = new MarkdownStream(language);
  let column = 0;
  const write = (text: string) => {
    if (text === '') return;
    print?.(text);
    column = text.endsWith('\n') ? 0 : 1;
  };
  for await (const event of events) {
    if (event.type === 'meta') {
      language = event.language;
      markdown = new MarkdownStream(language);
    }
    if (event.type === 'citation') markdown.cite(event.citation);
    if (
      event.type === 'block-start' ||
      event.type === 'block-delta' ||
      event.type === 'block-end' ||
      event.type === 'check'
    ) {
      write(printable(markdown.push(event)));
    }
    if (event.type === 'notice') {
      if (event.replace) markdown.restart();
      // What was printed cannot be taken back; the notice says that it is void.
      write(`${column > 0 ? '\n' : ''}${noticeLine(event.notice.text, language)}`);
    }
    if (event.type === 'error') return event.problem;
    if (event.type !== 'done') continue;
    if (column > 0) write('\n');
    return event.answer;
  }
  throw new Error('The answer ended without its closing event.');
}

function wholeText({ answer, notices, language }: Answer): string {
  const lines = notices.map((notice) => noticeLine(notice.text, language));
  return `${lines.join('')}${printable(answer)}\n`;
}
