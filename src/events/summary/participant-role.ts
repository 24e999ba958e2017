import type { Language } from '../../core/article.ts';
import type { BilingualName } from '../../core/news-event.ts';
import { CHINESE_OFFICE_END } from '../../language/names/titles.ts';
import type { Statement } from '../statement.ts';

/** Words that introduce a participant: 中国国防部长董军. */
export interface ParticipantRole {
  readonly statement: Statement;
  /** UTF-16 offsets on the article's body. */
  readonly start: number;
  readonly end: number;
}

/** Where a Chinese role begins: behind a mark, a preposition or a verb that takes a person. */
const ROLE_START =
  /(?:[\s,，。、;；:：“”"「」()（）]|的|据|和|与|及|由|对|向|会见|会晤|记者|当日|当天|\d[日年月])/gu;
const LONGEST_ROLE = 24;

/** The words with which an article introduces a participant, the fullest title first. */
export function findRole(
  { zh, en }: BilingualName,
  statements: readonly Statement[],
  language: Language,
): ParticipantRole | null {
  let best: ParticipantRole | null = null;
  for (const statement of statements) {
    for (const name of [zh, en]) {
      if (name === null) continue;
      const { body } = statement.article;
      const at = body.indexOf(name, statement.start);
      if (at < 0 || at + name.length > statement.end) continue;
      const start = at - roleBefore(body.slice(statement.start, at)).length;
      const role = { statement, start, end: at + name.length };
      const isBetter =
        best === null ||
        (best.statement.language !== language && statement.language === language) ||
        (statement.language === best.statement.language && at - start > lengthOf(best, name));
      if (isBetter) best = role;
    }
  }
  return best;
}

function lengthOf({ start, end }: ParticipantRole, name: string): number {
  return end - start - name.length;
}

/** The title that stands directly before a name, with the body it belongs to; empty without one. */
function roleBefore(before: string): string {
  if (!CHINESE_OFFICE_END.test(before)) {
    return /(?:\p{Lu}[\p{L}.'’-]+\s+){1,6}$/u.exec(before)?.[0] ?? '';
  }
  const near = before.slice(-LONGEST_ROLE);
  let from = near.length === before.length ? 0 : -1;
  for (const mark of near.matchAll(ROLE_START)) from = mark.index + mark[0].length;
  return from < 0 ? '' : near.slice(from);
}
