/** News agencies that other outlets print, by every way they are credited; parts of a pattern. */
export const NEWS_AGENCIES = {
  xinhua: '新华社|新华网|Xinhua',
  chinanews: '中新社|中新网|中国新闻[社网]',
  cctv: '央视新闻|央视网|CCTV',
  reuters: '路透社|Reuters',
  ap: '美联社|Associated Press|AP',
  afp: '法新社|AFP',
  tass: '塔斯社|TASS',
  ria: '俄新社|RIA Novosti',
  kyodo: '共同社|Kyodo',
  bloomberg: '彭博社|Bloomberg',
} as const;

const PAPERS = '日报|晚报|晨报|早报|时报|都市报|青年报|商报|新闻网|新闻客户端';

/** What Chinese papers are called by when they are not known by name; a part of a pattern. */
export const PAPER_ENDING = `(?:${PAPERS})`;

/** What any Chinese outlet may be; where no outlet stands, some of these are words. */
export const OUTLET_ENDING = `(?:${PAPERS}|新闻|广播电视台|电视台|在线|发布)`;

/** What a report is called where it says who sent it: `7月7日电`, 新京报讯; a part of a pattern. */
export const REPORT_WORD = '(?:电|讯|消息|报道)';

/** The day in a dateline, with the word that ends it: `7月7日电`; a part of a pattern. */
export const REPORT_DAY = String.raw`(?:\d{4}年)?(?:\d{1,2}\s?月\s?)?\d{1,2}\s?日\s?${REPORT_WORD}`;

/** What a portal puts before the headline that a report had where it was published first. */
export const ORIGINAL_HEADLINE = /^\s*原标题\s*[:：]\s*/u;

/** 【… 记者 …】: who sent or wrote a report, in brackets; a part of a pattern. */
export const BRACKETED_SENDER = '【[^】\\n]{2,40}(?:记者|报道|消息|讯)[^】\\n]{0,30}】';

/** `原标题：`, 【… 记者 …】, `新华社青岛7月7日电 (记者 …)`, at the start of a sentence. */
export const DATELINE = new RegExp(
  String.raw`^(?:原标题[:：]\s*|${BRACKETED_SENDER}\s*|\p{Script=Han}{2,12}\d{1,2}月\d{1,2}日电[,，]?\s*(?:[（(][^）)\n]{0,30}[）)])?\s*)+`,
  'u',
);
