import type { Article, Language } from '../../../src/core/article.ts';
import type { Block, BlockContent } from '../../../src/core/block.ts';
import { newTurn, type Turn } from '../state/turn.ts';

/** An invented article, so that the gallery needs no index. */
const article = (language: Language): Article => ({
  id: 'sample',
  title: language === 'zh' ? '昭通地震救援进行中' : 'Rescue goes on after the Zhaotong quake',
  outlet: { name: '云南日报', zh: '云南日报', en: 'Yunnan Daily' },
  publishedAt: '2025-07-06T09:30',
  language,
  body:
    language === 'zh'
      ? '云南昭通地震造成12人死亡。救援仍在进行，已有3000人转移。'
      : 'The quake in Zhaotong killed 12 people. Rescue goes on, and 3,000 people were moved.',
  url: null,
  truncated: false,
  origin: { path: 'sample.txt', position: 0 },
  copyOf: null,
});

const WORDS = {
  zh: {
    quote: '云南昭通地震造成12人死亡。',
    second: '救援仍在进行，已有3000人转移。',
    written: '昭通地震造成12人死亡，救援仍在进行。',
    about: '死亡人数',
    days: '2025年7月6日',
    sides: ['云南日报', '新华社'],
    possible: '以下或许能回答，但没有直接说明：',
    refusal: '在10篇文章（57段）中没有找到能回答这个问题的内容。没有文章提到“世界杯”。',
    notice: '语言模型没有回答，以下摘自原文。',
    nearest: '最接近的段落',
    reason: '“昭通”不在所引的原文中。',
  },
  en: {
    quote: 'The quake in Zhaotong killed 12 people.',
    second: 'Rescue goes on, and 3,000 people were moved.',
    written: 'Twelve people died in Zhaotong, and rescue goes on.',
    about: 'Deaths',
    days: 'July 6, 2025',
    sides: ['Yunnan Daily', 'Xinhua'],
    possible: 'This may answer it, though it does not say so:',
    refusal: 'I searched 10 articles (57 passages) and found none that answers this.',
    notice: 'The model did not answer; these are the articles’ own sentences.',
    nearest: 'The nearest passages',
    reason: '“Zhaotong” does not stand in the quote.',
  },
} as const;

/** One answer for each thing that the page can show, by its name. */
export function sampleTurns(language: Language): readonly (readonly [string, Turn])[] {
  const words = WORDS[language];
  const statement = { heading: null, citations: [1], dates: [], corroboration: null } as const;
  const date = { expression: '6日', from: '2025-07-06', to: '2025-07-06', written: words.days };
  const quote: BlockContent = {
    kind: 'quote',
    placement: 'paragraph',
    lead: null,
    text: words.quote,
    ...statement,
  };
  const second = { ...quote, text: words.second, citations: [2] };
  const verdict = (
    kind: 'supported' | 'partly' | 'unsupported',
    isProvisional = false,
  ): BlockContent => ({
    isProvisional,
    kind: 'sentence',
    placement: 'run-on',
    text: words.written,
    ...statement,
    support: { verdict: kind, reason: words.reason, rule: 'name', failed: null },
  });
  const rows = [
    { value: '12', who: words.sides[0], asOf: '2025-07-06', citation: 1 },
    { value: '15', who: words.sides[1], asOf: null, citation: 2 },
  ];
  const turn = (
    name: string,
    blocks: readonly BlockContent[],
    changes: Partial<Turn> = {},
    source: Language = language,
  ): readonly [string, Turn] => [name, { ...turnOf(name, blocks, language, source), ...changes }];
  const other = language === 'zh' ? 'en' : 'zh';
  const foreign = (at: number) => ({
    ...quote,
    text: at === 1 ? WORDS[other].quote : WORDS[other].second,
    citations: [at],
  });
  return [
    turn('short-answer', [
      { kind: 'short-answer', text: '12', original: '12人', citations: [1] },
      { ...quote, dates: [date], corroboration: { sources: 2, citations: [1, 2] } },
    ]),
    turn('quote', [quote, { ...second, lead: { text: words.sides[0], strong: true } }]),
    turn('other-language', [foreign(1), foreign(2)], {}, other),
    turn('sentence', [
      verdict('supported'),
      verdict('partly'),
      verdict('unsupported'),
      verdict('supported', true),
    ]),
    turn(
      'comparison',
      [
        { kind: 'heading', text: words.sides[0] },
        { ...quote, placement: 'item' },
        { kind: 'heading', text: words.sides[1] },
        { ...second, placement: 'item' },
      ],
      { kind: 'compare' },
    ),
    turn('timeline', [
      {
        kind: 'timeline-entry',
        placement: 'item',
        from: '2025-07-06',
        to: '2025-07-06',
        days: words.days,
        text: words.quote,
        ...statement,
      },
    ]),
    turn('conflict', [
      { kind: 'conflict', about: words.about, statements: rows },
      { kind: 'ledger', about: words.about, rows },
    ]),
    turn('possible', [{ kind: 'possible', text: words.possible }, quote]),
    turn('refusal', [
      { kind: 'refusal', text: words.refusal, code: 'not-in-articles' },
      { kind: 'heading', text: words.nearest },
      { ...quote, placement: 'item' },
    ]),
    turn('notice', [quote], {
      notices: [{ code: 'model-unavailable', text: words.notice, beforeText: true }],
    }),
    turn('answering', [quote], { status: 'answering' }),
    turn('stopped', [quote], { status: 'stopped' }),
    turn('interrupted', [], { status: 'interrupted' }),
    turn('failed', [], {
      status: 'failed',
      problem: {
        type: 'urn:yinzheng:error:overloaded',
        code: 'overloaded',
        title: 'The server is answering as many questions as it may',
        status: 503,
        detail: 'All workers are busy.',
        action: 'Try again in a few seconds.',
      },
    }),
  ];
}

/** A turn with its blocks; the cited sentences are the article's. */
function turnOf(
  name: string,
  contents: readonly BlockContent[],
  language: Language,
  source: Language,
): Turn {
  const { body, id: articleId, outlet, publishedAt, title } = article(source);
  const end = body.indexOf(source === 'zh' ? '。' : '. ') + 1;
  const spans = [
    [0, end],
    [source === 'zh' ? end : end + 1, body.length],
  ] as const;
  const citations = spans.map(([from, to], index) => ({
    marker: index + 1,
    articleId,
    title,
    source: outlet[language],
    publishedAt,
    language: source,
    start: from,
    end: to,
    quote: body.slice(from, to),
  }));
  const blocks = contents.map((content, index): Block => ({ ...content, id: `b${index + 1}` }));
  return { ...newTurn(name, name), language, status: 'done', blocks, citations };
}
