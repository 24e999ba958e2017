/** Words before a number that make it a rounded one: 约, "nearly". */
const ABOUT = {
  zh: ['大约', '大概', '将近', '接近', '约', '近'],
  en: ['approximately', 'roughly', 'around', 'almost', 'nearly', 'about', 'some'],
} as const;

/** Words before a number that make it a bound: 超过, "at least". */
const BOUNDS = {
  zh: ['不少于', '超过', '至少', '最多', '不到', '不足', '高达', '多达', '上百', '超', '逾', '仅'],
  en: ['more than', 'less than', 'fewer than', 'at least', 'up to', 'over', 'under'],
} as const;

/** Words behind a number that make it either. */
const BEHIND = ['左右', '上下', '以上', '以下', '多', '余', 'or so', 'or more'] as const;

const before = (zh: readonly string[], en: readonly string[]) =>
  new RegExp(`(?:${zh.join('|')}|\\b(?:${en.join('|')}))\\s*$`, 'iu');

const ABOUT_BEFORE = before(ABOUT.zh, ABOUT.en);
const APPROXIMATE_BEFORE = before([...ABOUT.zh, ...BOUNDS.zh], [...ABOUT.en, ...BOUNDS.en]);
const APPROXIMATE_BEHIND = new RegExp(`^\\s?(?:${BEHIND.join('|')})`, 'iu');

/** How far before and behind a number its qualifying words are read, in UTF-16 units. */
const REACH = 16;

/**
 * Whether a number is rounded or a bound: 约300人, 300多人, "at least 300".
 * @param text which the number stands in, from `start` to `end`
 */
export function isApproximate(text: string, start: number, end: number): boolean {
  return (
    APPROXIMATE_BEFORE.test(text.slice(Math.max(0, start - REACH), start)) ||
    APPROXIMATE_BEHIND.test(text.slice(end, end + REACH))
  );
}

/** Whether the words before a number say that it is rounded, and no bound. */
export function isRounded(text: string, start: number): boolean {
  return ABOUT_BEFORE.test(text.slice(Math.max(0, start - REACH), start));
}
