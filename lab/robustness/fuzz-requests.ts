import type { Random } from './random.ts';

/** One request of a fuzzer, as it goes over the wire. */
export interface FuzzRequest {
  readonly method: string;
  /** As it stands in the request line; it need not be well formed. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: string | Buffer | null;
  /** Milliseconds after which the client leaves, or null to read to the end. */
  readonly leaveAfter: number | null;
}

const WORDS = [
  '董军',
  '青岛',
  '防长会',
  '上合组织',
  '是谁',
  '什么时候',
  '多少',
  '为什么',
  '那里呢',
  '他',
  '今天',
  '上周',
  'NATO',
  'Tsinghua',
  'who',
  'when',
  'how many',
  'What about',
  'in 2024',
  'Dong Jun',
  'SCO',
  'it',
  'there',
  '总结一下',
  '时间线',
  'timeline of',
  'summarize',
  'list',
  '😀',
  '\u202e',
  '\u0000',
  'ａｂｃ',
  '１２３',
  'İ',
];

/** Pieces that rules of language read; repeated, they are what made some of them slow. */
const PIECES = [
  '个',
  '一分之',
  '三千五百',
  '万',
  '第一',
  'one ',
  'one-',
  '百分之',
  '哪座城市',
  'US$1 ',
  'http://a.',
  '<script>',
  '《a',
  '「',
  '“',
  '（ ',
  '！a ',
  '… ',
  '1.1.',
  '今天。',
  'na',
  'JuneJinping',
  '[1]',
  '**a',
  '__a ',
  '# a ',
  '|',
  '\\',
  '&amp;',
  '%',
  '\ud83d',
  'A',
  ' ',
  '\n',
  '2025年',
  '6月25日',
  '-',
  '，',
  '去',
  'xian',
];

const IDS = [
  '',
  'x',
  '../../etc/passwd',
  '%2e%2e',
  '\u0000',
  'a'.repeat(300),
  '一',
  '0'.repeat(16),
];
const DAYS = [
  '2025-06-25',
  '2025-07-07',
  '2025-02-30',
  '0001-01-01',
  '9999-12-31',
  '-1',
  '',
  'today',
];
const METHODS = ['GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE', 'PROPFIND'];
const GET_PATHS = [
  '/',
  '/api/articles',
  '/api/articles/',
  '/api/search',
  '/api/events',
  '/api/events/',
  '/api/timeline',
  '/api/lexicon',
  '/api/health',
  '/api/ready',
  '/v1/models',
  '/metrics',
  '/healthz',
  '/mcp',
  '/assets/a.js',
  '/api/nothing',
  '/favicon.ico',
  '//evil',
  '/..%2f..%2fpackage.json',
  '/%',
  '/%ff',
  '/api/events/x/changes',
  '/api/events/x/presses',
];
const POST_PATHS = ['/api/chat', '/api/summaries', '/v1/chat/completions'];
const PARAMETERS = [
  'q',
  'query',
  'from',
  'to',
  'source',
  'language',
  'articleLanguage',
  'page',
  'pageSize',
  'limit',
  'today',
  'explain',
  'event',
  'topic',
  'datedFrom',
  'datedTo',
  'sort',
  'word',
  'since',
  'left',
  'right',
  '__proto__',
  'a[b]',
];

/** What to ask for next: mostly near to what is right, so that it gets further than the first check. */
export function nextRequest(random: Random, articleIds: readonly string[]): FuzzRequest {
  const isPost = random.chance(0.5);
  const path = isPost ? random.pick(POST_PATHS) : getPath(random, articleIds);
  const method = random.chance(0.9) ? (isPost ? 'POST' : 'GET') : random.pick(METHODS);
  const body = isPost || random.chance(0.05) ? bodyFor(random) : null;
  return {
    method,
    path: random.chance(0.02) ? `http://evil.example${path}` : path,
    headers: headersFor(random, body !== null),
    body,
    leaveAfter: random.chance(0.1) ? random.whole(200) : null,
  };
}

function getPath(random: Random, articleIds: readonly string[]): string {
  const ids = random.chance(0.7) && articleIds.length > 0 ? articleIds : IDS;
  let path = random.pick(GET_PATHS);
  if (path.endsWith('s/')) path += encodeURIComponent(random.pick(ids));
  const parameters = Array.from({ length: random.whole(4) }, () => {
    const name = random.pick(PARAMETERS);
    return `${name}=${random.chance(0.95) ? encode(valueFor(random, name)) : '%'}`;
  });
  return parameters.length === 0 ? path : `${path}?${parameters.join('&')}`;
}

function valueFor(random: Random, name: string): string {
  if (/page|limit/iu.test(name))
    return random.pick(['1', '2', '0', '-1', '1e9', '99999999999', 'x']);
  if (/from|to|since|today/iu.test(name)) return random.pick(DAYS);
  if (/language|left|right/iu.test(name)) return random.pick(['zh', 'en', 'fr', '']);
  return textFor(random, 300);
}

/** A lone surrogate cannot be written in an address. */
function encode(text: string): string {
  return encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'));
}

function textFor(random: Random, longest: number): string {
  if (random.chance(0.3)) {
    const piece = random.pick(PIECES);
    return piece.repeat(1 + random.whole(Math.max(1, longest / piece.length)));
  }
  const words = Array.from({ length: 1 + random.whole(8) }, () =>
    random.pick(random.chance(0.8) ? WORDS : PIECES),
  );
  return words.join(random.pick(['', ' ', '，', '的']));
}

function bodyFor(random: Random): string | Buffer {
  const odd = random.whole(20);
  if (odd === 0) return random.pick(['', '{', 'null', '[]', '"a"', '{"messages":1}', '\ufeff{}']);
  if (odd === 1) return Buffer.from(Array.from({ length: 64 }, () => random.whole(256)));
  if (odd === 2) return `{"messages":${'['.repeat(5_000)}`;
  if (odd === 3) return JSON.stringify({ topic: textFor(random, 900), language: 'zh' });
  const turns = random.chance(0.2) ? 1 + random.whole(40) : 1;
  const messages: object[] = Array.from({ length: turns }, (_, turn) => ({
    role: (turns - turn) % 2 === 1 ? 'user' : random.pick(['assistant', 'system', 'tool']),
    content: textFor(random, random.chance(0.1) ? 20_000 : 4_000),
  }));
  if (random.chance(0.05)) messages.push({ role: 'user', content: null });
  return JSON.stringify({
    messages,
    ...(random.chance(0.5) ? { stream: random.pick([true, false, 'yes']) } : {}),
    ...(random.chance(0.2) ? { filters: { from: random.pick(DAYS), language: 'zh' } } : {}),
    ...(random.chance(0.1) ? { topic: textFor(random, 200), language: 'en' } : {}),
    ...(random.chance(0.1) ? { today: random.pick(DAYS) } : {}),
  });
}

function headersFor(random: Random, hasBody: boolean): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  if (hasBody) {
    headers['content-type'] = random.chance(0.95)
      ? 'application/json'
      : random.pick(['text/plain', 'application/json; charset=utf-7', '']);
  }
  if (random.chance(0.05))
    headers['host'] = random.pick(['evil.example', '', 'localhost', '[::1]']);
  if (random.chance(0.3)) headers['accept'] = random.pick(['text/html', '*/*', 'a/b;q=x', '']);
  if (random.chance(0.02)) headers['content-encoding'] = random.pick(['gzip', 'br', 'none']);
  if (random.chance(0.02)) headers['content-length'] = random.pick(['99999999999', '-1', 'x']);
  if (random.chance(0.02)) headers['x-long'] = 'a'.repeat(random.whole(20_000));
  if (random.chance(0.02)) headers['range'] = 'bytes=0-0,-1';
  if (random.chance(0.02)) headers['if-none-match'] = '*';
  return headers;
}
