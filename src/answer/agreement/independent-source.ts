import type { Article } from '../../core/article.ts';
import { NEWS_AGENCIES } from '../../language/discourse/datelines.ts';

/** A dateline stands within so many characters of the beginning. */
const DATELINE = 60;

/** 新华社青岛7月7日电, 据新华社, "BEIJING, June 26 (Xinhua) --" */
const CREDITS = Object.entries(NEWS_AGENCIES).map(
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
