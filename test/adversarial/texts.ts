/** A family of texts of any length, each hard for one rule or for several at once. */
export interface AdversarialText {
  readonly name: string;
  /** A text of about `length` UTF-16 code units. */
  readonly make: (length: number) => string;
}

/** `unit` over and over, between a head and a tail that are there once. */
function repeated(unit: string, head = '', tail = ''): AdversarialText {
  const name = [head, `${unit} …`, tail].filter((part) => part !== '').join(' | ');
  const make = (length: number) =>
    head + unit.repeat(Math.max(1, Math.floor((length - head.length - tail.length) / unit.length))) + tail;
  return { name: JSON.stringify(name), make };
}

/** Openers that never close, so that a rule that looks for the partner from each looks in vain. */
const UNCLOSED = ['《a', '“a', '「a', '『a', '（a', '( ', '[', '[1', '【', '"a', "'a", '‘a', '**a', '*a', '__a ', '_ ', '`a', '![', '[a](', '<', '<!--', '<a', '</', '<p', '&', '&#', '---\n'];

/** What each family of rules looks for, again and again. */
const FRAGMENTS = [
  // numerals and measures
  '万', '个', '一', '第一', '一分之', '百分之', '百分之一点', '一二三', '一点', '十', '三成', '亿元', '3.5万', '1,000', '1,', '1.1.1.', '1.', '12 ', '9', 'US$1 ', '$', '5-', '1万2千', '一半', '首次',
  'one ', 'one-', 'one and ', 'twenty-', 'hundred ', 'a dozen ', '1 percent ', '1 million ', 'half of ', '3rd ', 'first ', 'US ',
  // dates
  '今天。', '今天', '1月', '1月1日', '6月25日至', '2025年', '2025年1月', '2025-', '2025-01-01 ', '2025-01-', '1/1/', '去年', '上周', '世纪', '年代', '第一季度', '将1日', '二〇二五年', '当天。',
  'June 25-26, 2025 ', 'June 25 to ', 'June ', 'early ', 'in May ', 'last week ', 'the same day. ', '1990s ', 'will be on Monday ', 'two days ago ', '25 June ', '2020 to ', 'Q1 ',
  // names
  'Ana', 'Xi ', 'Jinping ', 'A', 'A.', 'A. ', 'A-', 'NATO ', 'Ministry of ', 'Minister ', 'de la ', 'The ', "Bob's ", 'JuneJinping', '习近平', '阿里·', '·', '阿西夫', '张三说', '国防部', '中国', '上海合作组织', '王', '市',
  // questions
  '哪座城市', '什么', '谁', '多少', '是多少', '的吧', '为什么', '哪些', '为有', 'what is the ', 'what did ', 'how did a ', 'why ', 'which ', 'how much did ', 'which a b ', 'what are the a ', 'he ', '他', '这次会议', '那', 'the meeting ', 'and ', 'in ', 'versus ',
  // sentences and lines
  '!', '！', '！a ', '? ', '。', '…', '… ', '... ', '.', '. ', '（ ', '）', '”', '。”', '“。', '[1]', '[1] ', '- ', '• ', '\n', ' \n', '\n\n', 'a\n', ' ', '　', '\t', 'a ', 'a', 'a. ', '字', '字 ', '字。', '字，', '；', '，', '、', '：', 'Mr. ', 'U.S. ', 'e.g. ', '(1) ', '新华社北京7月7日电 ', '（记者张三）', 'The region.The ',
  // mark-up and addresses
  '# a\n', '# ', '#', '> ', '* ', '- a\n', '```\n', '|a', '<li>', '<div>', '<b>', '<blockquote>', '<p>a', '<br>', '<script>', '<td>', '<h1>', '<x>', '</p>', '<a href=x>', '<style>', '<svg>', '<meta name=date>', '{', '{"a":', '[[', '"', '\\', 'http://a.', 'https://a.b/c ', 'a@', 'www.a.', 'a=b&',
  // letters of other kinds
  'é', 'е', '\u0301', '\u200d', '\u{e0041}', '😀', '\ud83d', '\ufeff', '０', '㍿', 'ﷺ', '龘', 'ا',
] as const;

/** Fragments of two families side by side: what one rule leaves, the next one starts from. */
const PAIRS = [
  ['百分之', '万'], ['第', '个'], ['一', '分之'], ['1', '%'], ['6月', '。'], ['今天', '，'], ['《', '》'], ['“', '”'], ['「', '」'], ['(', ')'], ['（', '）'], ['[', ']'], ['《', '”'], ['"', ' '], ['**', '* '], ['*', ' _'],
  ['Xi', '’'], ['A', "'s "], ['Ministry of ', 'the '], ['one ', '万'], ['US$1 ', 'million '], ['哪', '1月'], ['谁', '的'], ['what ', '《'], ['他', '王'], ['。', ' '], ['！', '”'], ['. ', 'A'], ['1.', ' '], ['。”', '说'], ['<b>', '</b>'], ['<div>', '<li>'], ['<', '《'], ['# ', ' #'],
] as const;

/** One thing once, then a stretch that nearly fits and at the end does not. */
const HEADED: readonly (readonly [string, string, string])[] = [
  ['# a', ' ', 'b'], ['#', ' ', '#'], ['---\n', 'a: 1\n', ''], ['---\n', '- ', ''], ['Who is A', 'na', 'v'], ['A', 'na', 'v'], ['Is X', 'ian', 'v?'], ['那', ' ', '吗'], ['and ', ' ', '!'], ['1', ' ', '月'], ['1', ',000', ','], ['1', '0', 'a'], ['June', ' ', '2'], ['the', ' ', 'x'],
  ['A', 'a', ''], ['A', '-B', ''], ['A', '.B', ''], ['哪', '个', '?'], ['来源：', ' ', 'a'], ['Title: ', ' ', 'a'], ['a', ' ', '· 2025'], ['[', 'a', ']('], ['[a](', '(', ')'], ['[a](', '()', ''], ['**', 'a ', '*'], ['<a ', 'a=', '>'], ['<p ', 'a', ''], ['《', '字', ''], ['“', '字。', '”'], ['（', '字', '）'],
  ['What about ', 'x', ''], ['Who is ', 'A', '?'], ['what did ', 'a ', 'say'], ['how does ', 'a ', 'differ'], ['<html><body>', '<i>', ''], ['<ul>', '<li>a', ''], ['<p>', '字', ''], ['百分之', '一', '点'], ['...', ' ', '.'], ['a', '-', ''], ['T\n\n', 'a b. ', '…'], ['', '文', '电'],
];

/** A running number in each piece, so that no piece is met twice. */
function numbered(name: string, piece: (index: number) => string): AdversarialText {
  return {
    name,
    make: (length) => {
      let text = '';
      for (let index = 0; text.length < length; index++) text += piece(index);
      return text;
    },
  };
}

const letters = (index: number) => index.toString(26).replace(/\d/gu, (digit) => 'qrstuvwxyz'.charAt(Number(digit)));
const han = (index: number) => String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000));

const DISTINCT = [
  numbered('distinct English words', (i) => `w${letters(i)} `),
  numbered('distinct capitalised words', (i) => `W${letters(i)} `),
  numbered('distinct names', (i) => `W${letters(i)} Z${letters(i * 31)}. `),
  numbered('distinct Chinese characters', han),
  numbered('distinct Chinese words', (i) => `${han(i)}${han(i * 3 + 1)}，`),
  numbered('distinct titles', (i) => `《${han(i)}${letters(i)}》`),
  numbered('distinct numbers', (i) => `${i} `),
  numbered('distinct Chinese dates', (i) => `${1990 + (i % 40)}年${1 + (i % 12)}月${1 + (i % 28)}日，`),
  numbered('distinct English dates', (i) => `${1 + (i % 28)} June ${1990 + (i % 40)}, `),
  numbered('distinct attributes', (i) => `<p a${i}="${i}">`),
];

/** Every family, in Chinese and English; the product must read each in linear time. */
export const ADVERSARIAL_TEXTS: readonly AdversarialText[] = [
  ...[...UNCLOSED, ...FRAGMENTS].map((unit) => repeated(unit)),
  ...PAIRS.map(([first, second]) => repeated(first + second)),
  ...HEADED.map(([head, unit, tail]) => repeated(unit, head, tail)),
  ...DISTINCT,
];
