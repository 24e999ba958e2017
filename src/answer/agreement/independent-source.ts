import type { Article } from '../../core/article.ts';

/** Agencies that other outlets print, by every way they are credited. */
const AGENCIES = {
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
};
/** A dateline stands within so many characters of the beginning. */
const DATELINE = 60;

/** 新华社青岛7月7日电, 据新华社, "BEIJING, June 26 (Xinhua) --" */
const CREDITS = Object.entries(AGENCIES).map(
  ([agency, names]) =>
    [
      agency,
      new RegExp(`^[【(（\\s]*(?:据|来源[:：])?\\s*(?:${names})|[(（](?:${names})[)）]`, 'u'),
    ] as const,
);

/**
 * Where an article's report comes from, as far as it says: the agency it credits in its dateline,
 * else its outlet. Two articles of one origin are one source, and so are a reprint and its original.
 */
export function reportOrigin({ body, outlet }: Pick<Article, 'body' | 'outlet'>): string {
  const creditedIn = (text: string) => CREDITS.find(([, credit]) => credit.test(text))?.[0];
  return (
    creditedIn(body.slice(0, DATELINE)) ??
    creditedIn(outlet.zh) ??
    creditedIn(outlet.en) ??
    outlet.en.toLowerCase()
  );
}

/** Whether two articles tell independently of one another. */
export function areIndependent(first: Article, second: Article): boolean {
  if (first.id === second.id) return false;
  const [a, b] = [first.copyOf ?? first.id, second.copyOf ?? second.id];
  return a !== b && reportOrigin(first) !== reportOrigin(second);
}
