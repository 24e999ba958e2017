import type { Language } from '../src/core/article.ts';
import { YinzhengError } from '../src/core/errors.ts';
import type { SummaryLength } from '../src/core/news-event.ts';
import { readCommandLine, requireDay } from './command-line.ts';

export const SUMMARIZE_USAGE = `Summarises an event, a topic or a period from the indexed articles, every line cited.

  npm run summarize -- --events                       lists the events
  npm run summarize -- --event ID [options]           summarises an event
  npm run summarize -- --topic WORDS [options]        summarises a topic
  npm run summarize -- --from DATE --to DATE          summarises what was published in a period

  --timeline         prints dated statements, oldest first, instead of a summary
  --language CODE    zh or en: the language of the frame; quotes stay as they are (default en)
  --length LENGTH    brief, standard or full (default standard)
  --format FORMAT    text, markdown (citations as footnotes) or json (default text)
  --help             prints this

Exit codes: 0 summarised, 1 nothing found or failed, 2 wrong usage.
`;

export type SummaryFormat = 'text' | 'markdown' | 'json';

export interface SummarizeArguments {
  readonly task: 'help' | 'events' | 'timeline' | 'summary';
  readonly eventId: string | undefined;
  readonly topic: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly language: Language;
  readonly length: SummaryLength;
  readonly format: SummaryFormat;
}

const LANGUAGES = ['zh', 'en'] as const;
const LENGTHS = ['brief', 'standard', 'full'] as const;
const FORMATS = ['text', 'markdown', 'json'] as const;

/**
 * Reads the words after `npm run summarize --`; words without an option are the topic.
 * @throws {YinzhengError} `usage`
 */
export function parseSummarizeArguments(words: readonly string[]): SummarizeArguments {
  const { values, positionals } = parse(words);
  const { event, from, to } = values;
  for (const [name, value] of Object.entries({ from, to })) {
    if (value !== undefined) requireDay(name, value);
  }
  const topic = [values.topic ?? '', ...positionals].join(' ').trim();
  const task = values.help
    ? 'help'
    : values.events
      ? 'events'
      : values.timeline
        ? 'timeline'
        : 'summary';
  const isNamed = event !== undefined || topic !== '' || from !== undefined || to !== undefined;
  if (task === 'summary' && !isNamed) {
    throw new YinzhengError('usage', 'An event, a topic or a period was expected; none came.');
  }
  return {
    task,
    eventId: event,
    topic: topic === '' ? undefined : topic,
    from,
    to,
    language: oneOf('language', values.language ?? 'en', LANGUAGES),
    length: oneOf('length', values.length ?? 'standard', LENGTHS),
    format: oneOf('format', values.format ?? 'text', FORMATS),
  };
}

function parse(words: readonly string[]) {
  return readCommandLine({
    args: [...words],
    allowPositionals: true,
    options: {
      events: { type: 'boolean' },
      event: { type: 'string' },
      topic: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      timeline: { type: 'boolean' },
      language: { type: 'string' },
      length: { type: 'string' },
      format: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}

function oneOf<Value extends string>(
  option: string,
  value: string,
  allowed: readonly Value[],
): Value {
  const known = allowed.find((one) => one === value);
  if (known !== undefined) return known;
  throw new YinzhengError('usage', `--${option} takes ${allowed.join(', ')}; "${value}" came.`);
}
