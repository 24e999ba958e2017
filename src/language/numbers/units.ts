/** Chinese words of two characters and more that measure or count, longest first. */
const LONG_MEASURE_WORDS = [
  '平方公里',
  '平方米',
  '立方米',
  '公里',
  '千米',
  '厘米',
  '毫米',
  '海里',
  '英里',
  '公斤',
  '千克',
  '公顷',
  '小时',
  '分钟',
  '个月',
  '世纪',
  '星期',
  '人次',
  '千瓦时',
  '千瓦',
  '吉瓦',
  '摄氏度',
];
const SHORT_MEASURE_WORDS =
  '个名位项家国年天日月周次届场座人辆艘架件种大批条份支只套轮方期起部篇颗枚张倍成米吨省市县岁度票股户所处台层线班例亩斤克升秒点级类对双局分球金银铜强席首款间幅桶箱瓶';

/** Chinese words that stand behind a number and say what it counts, longer ones first. */
export const MEASURE_WORDS: readonly string[] = [...LONG_MEASURE_WORDS, ...SHORT_MEASURE_WORDS];

/**
 * Those that make a number even of a lone Chinese digit: 三天 and 六国 count, while 三点, 一方 and
 * 四大 are mostly something else.
 */
export const MEASURE_WORDS_OF_LONE_DIGIT: readonly string[] = [
  '平方公里',
  '公里',
  '千米',
  '海里',
  '公斤',
  '公顷',
  '小时',
  '分钟',
  ...'个名位项家国年天次届场座人辆艘架件种大批条份套轮期起部篇颗枚倍吨省岁票例款支所处台',
];

/** Those that only count, so that the noun which is counted stands behind them: 三名士兵. */
const CLASSIFIERS = new Set('个名位家项次支条只件份座场批届期所辆艘架枚');

/** Whether a word only counts what the next one names. */
export function isClassifier(word: string): boolean {
  return CLASSIFIERS.has(word);
}
