import { parseArgs } from 'node:util';
import { YinzhengError } from '../../src/core/errors.ts';
import type { MeasuringSettings } from './measure-systems.ts';
import { PEERS, USUAL_PEERS } from './systems.ts';

const ENGINE_NAMES = [...new Set(PEERS.map(({ module }) => module))];

export const BENCH_USAGE = `Measures search beside the libraries that could be used instead, on the same articles and questions.

  npm run bench -- [--corpus PATH] [--questions FOLDER] [--articles N] [--peers NAMES]
                   [--growth NUMBERS] [--rounds N] [--patience N] [--minutes N]
                   [--quick] [--json]
  npm run bench -- --answers [--help]    whole answers over HTTP instead

  --corpus PATH       news as JSON Lines (.jsonl, .jsonl.gz; title, text, publishedAt), or a folder
                      with corpus.jsonl; default: articles made up from the dictionary's words
  --questions FOLDER  questions in BEIR layout; their documents are put among the news;
                      default: words of sentences of the news
  --articles N        news to compare on; default 20000
  --peers NAMES       of ${ENGINE_NAMES.join(', ')}, which get
                      all words, or with -no-stop-words after the name all but those;
                      default: each both ways, hybrids without stop words only;
                      "none" leaves the comparison out
  --growth NUMBERS    articles to measure our own growth on, "none" for no growth;
                      default 1000,2000,5000,10000,20000,40000
  --rounds N          times that every question is asked; default 3
  --patience N        seconds after which building or opening a system is given up; default 300
  --minutes N         that measuring growth may take; default 15
  --quick             a small run: 500 articles, growth 200,400, one round
  --json              print one JSON object on standard output and nothing else
  --help              print this

The peers are installed beside the script on first use, into a folder of their own.
Exit codes: 0 measured; 1 it failed; 2 wrong usage; 130 interrupted.
`;

export interface BenchArguments extends MeasuringSettings {
  readonly help: boolean;
  readonly json: boolean;
  readonly corpus: string | null;
  readonly questions: string | null;
  /** News in the comparison, the documents of the question set aside. */
  readonly articles: number;
  /** Ids of peers; none leaves the comparison out. */
  readonly peers: readonly string[];
  /** Numbers of articles, ascending. */
  readonly growth: readonly number[];
  /** That growth may take; a step that would not be done by then is not begun. */
  readonly minutes: number;
}

/** Questions asked before the clock counts. */
const WARM_UP = 20;

/** Milliseconds for all searches of one system. */
const SEARCH_BUDGET = 90_000;

const NONE = 'none';

const USUAL = { articles: '20000', growth: '1000,2000,5000,10000,20000,40000', rounds: '3' };
const QUICK = { articles: '500', growth: '200,400', rounds: '1' };

/** @throws {YinzhengError} `usage` */
export function parseBenchArguments(words: readonly string[]): BenchArguments {
  const values = parseWords(words);
  const usual = values.quick ? QUICK : USUAL;
  return {
    help: values.help,
    json: values.json,
    corpus: values.corpus ?? null,
    questions: values.questions ?? null,
    articles: countOf('--articles', values.articles ?? usual.articles),
    peers: peersOf(values.peers),
    growth: listOf(values.growth ?? usual.growth)
      .map((count) => countOf('--growth', count))
      .sort((a, b) => a - b),
    minutes: countOf('--minutes', values.minutes ?? '15'),
    rounds: countOf('--rounds', values.rounds ?? usual.rounds),
    warmUp: WARM_UP,
    searchBudget: SEARCH_BUDGET,
    patience: countOf('--patience', values.patience ?? '300') * 1000,
  };
}

function parseWords(words: readonly string[]) {
  const flag = { type: 'boolean', default: false } as const;
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        corpus: text,
        questions: text,
        articles: text,
        peers: text,
        growth: text,
        rounds: text,
        patience: text,
        minutes: text,
        quick: flag,
        json: flag,
        help: { ...flag, short: 'h' },
      },
    });
    return values;
  } catch (cause) {
    const [sentence] = (cause as Error).message.split('. ');
    throw new YinzhengError('usage', `${sentence?.replace(/\.$/, '')}.`, { cause });
  }
}

function listOf(value: string): string[] {
  return value === NONE ? [] : value.split(',').map((item) => item.trim());
}

function countOf(field: string, value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count > 0) return count;
  throw new YinzhengError('usage', `${field} expects whole numbers from 1; got "${value}".`, {
    field,
  });
}

function peersOf(value: string | undefined): string[] {
  const known = PEERS.map(({ id }) => id);
  if (value === undefined) return USUAL_PEERS.map(({ id }) => id);
  const peers = listOf(value);
  const unknown = peers.find((peer) => !known.includes(peer));
  if (unknown === undefined) return peers;
  throw new YinzhengError(
    'usage',
    `--peers expects names of ${known.join(', ')}, or none; got "${unknown}".`,
    { field: '--peers' },
  );
}
