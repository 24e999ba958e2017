/** Offices and ranks that stand before a person's name in Chinese: 国防部长董军. */
const CHINESE_OFFICES = [
  ...['主席', '总统', '总理', '首相', '部长', '防长', '外长', '财长', '大臣', '书记', '元首'],
  ...['省长', '市长', '州长', '县长', '议长', '院长', '校长', '局长', '司长', '处长', '行长'],
  ...['秘书长', '秘书', '发言人', '大使', '议员', '代表', '主任', '负责人', '领导人', '领袖'],
  ...['将军', '上将', '中将', '少将', '大校', '国王', '女王', '教授', '博士', '研究员', '专家'],
  ...['董事长', '总裁', '经理', '创始人', '候选人', '队长', '教练', '导演', '演员', '作家'],
  ...['歌手', '选手'],
];

/** Those who write the report, and take no part in what it tells. */
const CHINESE_REPORTERS = ['记者', '主播'];

/** What a person is called by who holds no office. */
const CHINESE_COURTESY = ['先生', '女士'];

const ending = (words: readonly string[]) => new RegExp(`(?:${words.join('|')})$`, 'u');

/** A Chinese text that ends in an office or rank. */
export const CHINESE_OFFICE_END = ending(CHINESE_OFFICES);

/** A Chinese text that ends in an office, a rank or a form of address. */
export const CHINESE_PARTICIPANT_END = ending([...CHINESE_OFFICES, ...CHINESE_COURTESY]);

/** A Chinese text that ends in anything that stands before a person's name. */
export const CHINESE_TITLE_END = ending([
  ...CHINESE_OFFICES,
  ...CHINESE_REPORTERS,
  ...CHINESE_COURTESY,
]);

/** Words in lower case that stand before a person's name in English: `Minister Khawaja Asif`. */
const ENGLISH_TITLES = [
  ...['mr', 'mrs', 'ms', 'dr', 'prof', 'professor', 'sir', 'lady', 'lord', 'pope', 'saint'],
  ...['president', 'premier', 'minister', 'secretary', 'ambassador', 'chancellor', 'senator'],
  ...['chairman', 'chairwoman', 'chairperson', 'governor', 'mayor', 'director', 'emperor'],
  ...['king', 'queen', 'prince', 'princess', 'general', 'admiral', 'colonel', 'captain'],
  ...['spokesman', 'spokeswoman', 'spokesperson'],
];
const TITLES = new Set(ENGLISH_TITLES);

/** Whether an English word in lower case, without its full stop, is a title of persons. */
export function isEnglishTitle(word: string): boolean {
  return TITLES.has(word);
}

const CAPITALISED = ENGLISH_TITLES.map(
  (title) => `${title.charAt(0).toUpperCase()}${title.slice(1)}`,
);

/** One English title as it is written before a name; for use inside a pattern. */
export const ENGLISH_TITLE = `(?:${CAPITALISED.join('|')}|spokes(?:man|woman|person))\\.?`;
