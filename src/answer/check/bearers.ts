import type { Sentence, SentenceName } from '../../core/sentence.ts';
import { hasHan } from '../../language/characters/scripts.ts';
import type { NameEquivalence } from '../../language/names/equivalence.ts';
import { findRoles, type RoleMention } from '../../language/names/roles.ts';
import type { QuotedWords } from './quoted-words.ts';

/** A person of a sentence with the offices and countries that are bound to the name there. */
export interface Bearer {
  readonly name: SentenceName;
  readonly roles: readonly RoleMention[];
  readonly regions: ReadonlySet<string>;
}

const CLAUSE_MARK = /[，,。；;！？!?（）()\n]|\b(?:and|with|while|but)\b/gu;
/** What may stand between a role and its bearer, or between two roles of one bearer. */
const BETWEEN_ROLES = /^(?:[、,，和兼]\p{Script=Han}{0,20}|,? ?(?:and )(?:\p{L}+['’]?s? ){0,4})$/u;
const RIGHT_BEFORE = /^[\s,，:：]{0,2}$/u;
const OPENS_APPOSITION = /^\s*(?:[,，（(:：]|是|为|担任|is\b|was\b|as\b)\s*(?:the\s|an?\s)?/u;
const OF_REGION = /^\s+of\s+(?:the\s)?(\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?)/u;
/** How far an apposition's role may stand behind the name, in UTF-16 units. */
const APPOSITION_REACH = 48;
const SEGMENT_REACH = 60;

/** Who is who in a sentence: the role and country beside each person's name. */
export function findBearers(
  sentence: Sentence,
  equivalence: Pick<NameEquivalence, 'regionsOf' | 'isOrdinary'>,
): readonly Bearer[] {
  const { text, names } = sentence;
  const roles = findRoles(text);
  const people = names.filter(
    (name) =>
      (name.kind === 'person' || (name.kind === 'other' && !hasHan(name.text))) &&
      !equivalence.isOrdinary(name, sentence) &&
      (name.kind === 'person' || equivalence.regionsOf(name.text).size === 0),
  );
  return people.flatMap((name, place): Bearer[] => {
    const previous = people[place - 1]?.end ?? 0;
    const next = people[place + 1]?.start ?? text.length;
    const before = [...rolesBefore(name, roles, text, previous), ...rolesWithin(name, roles)];
    const own = before.length > 0 ? before : rolesBehind(name, roles, text, next);
    const regions = regionsBeside(name, own, text, previous, equivalence);
    return own.length === 0 && regions.size === 0 ? [] : [{ name, roles: own, regions }];
  });
}

function rolesWithin(name: SentenceName, roles: readonly RoleMention[]): RoleMention[] {
  return roles.filter(({ start, end }) => name.start <= start && end <= name.end);
}

function rolesBefore(
  name: SentenceName,
  roles: readonly RoleMention[],
  text: string,
  previous: number,
): RoleMention[] {
  const own: RoleMention[] = [];
  let edge = name.start;
  for (const role of [...roles].reverse()) {
    if (role.end > edge || role.start < previous) continue;
    const between = text.slice(role.end, edge);
    const joins = own.length === 0 ? RIGHT_BEFORE.test(between) : BETWEEN_ROLES.test(between);
    if (!joins) break;
    own.push(role);
    edge = role.start;
  }
  return own;
}

function rolesBehind(
  name: SentenceName,
  roles: readonly RoleMention[],
  text: string,
  next: number,
): RoleMention[] {
  // 习近平主席, 王毅外长: right behind a Chinese name.
  const [joined] = roles.filter(({ start }) => start === name.end);
  if (joined !== undefined && hasHan(name.text)) return [joined];
  const opening = OPENS_APPOSITION.exec(text.slice(name.end, name.end + 12))?.[0];
  if (opening === undefined) return [];
  const from = name.end + opening.length;
  const own: RoleMention[] = [];
  let edge = from;
  for (const role of roles) {
    if (role.start < from || role.end > next) continue;
    if (next < text.length && RIGHT_BEFORE.test(text.slice(role.end, next))) break;
    const between = text.slice(edge, role.start);
    const isNear =
      own.length === 0
        ? between.length <= APPOSITION_REACH && !/[,，。；;！？!?）)]/u.test(between)
        : BETWEEN_ROLES.test(between);
    if (!isNear) break;
    own.push(role);
    edge = role.end;
  }
  return own;
}

/** 白俄罗斯国防部长赫列宁, "India's Singh", "Asif of Pakistan", 伊朗：纳西尔扎德. */
function regionsBeside(
  name: SentenceName,
  roles: readonly RoleMention[],
  text: string,
  previous: number,
  { regionsOf }: Pick<NameEquivalence, 'regionsOf'>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (words: string) => {
    for (const code of regionsOf(words)) found.add(code);
  };
  const first = Math.min(name.start, ...roles.map(({ start }) => start));
  const reach = Math.max(previous, first - SEGMENT_REACH);
  const marks = [...text.slice(reach, first).matchAll(CLAUSE_MARK)];
  const last = marks.at(-1);
  const from = last === undefined ? reach : reach + last.index + last[0].length;
  const segment = text.slice(from, first);
  // The finder took country and title into the name: "Pakistani Defence Minister Singh".
  const within = roles.find(({ start, end }) => name.start <= start && end <= name.end);
  if (within !== undefined) add(text.slice(name.start, within.start));
  if (roles.length > 0 && first < name.end) {
    add(hasHan(segment) ? segment.slice(-12) : segment.split(/\s+/u).slice(-4).join(' '));
  } else if (
    /\p{Lu}[\p{L}-]+['’]s\s*$/u.test(segment) ||
    /\p{Script=Han}{2,7}[:：]\s*$/u.test(segment)
  ) {
    add(segment.split(/\s+/u).slice(-3).join(' '));
  } else if (hasHan(name.text) && roles.length === 0) {
    const beside = /\p{Script=Han}{2,7}[:：]\*{0,2}$/u.exec(text.slice(previous, name.start))?.[0];
    if (beside !== undefined) add(beside);
  }
  const behind = OF_REGION.exec(text.slice(name.end, name.end + 40))?.[1];
  if (behind !== undefined) add(behind);
  for (const { start, end } of roles) {
    if (start < name.end) continue;
    add(text.slice(name.end, start));
    const of = OF_REGION.exec(text.slice(end, end + 40))?.[1];
    if (of !== undefined) add(of);
  }
  return found;
}

/** Who is who in the whole article of a quote. */
export function bearersOf(
  { all, title }: QuotedWords,
  names: Parameters<typeof findBearers>[1],
): readonly Bearer[] {
  return [...title, ...all].flatMap((sentence) => bearersOnce(sentence, names));
}

const remembered = new WeakMap<Sentence, readonly Bearer[]>();

function bearersOnce(
  sentence: Sentence,
  names: Parameters<typeof findBearers>[1],
): readonly Bearer[] {
  const known = remembered.get(sentence);
  if (known !== undefined) return known;
  const bearers = findBearers(sentence, names);
  remembered.set(sentence, bearers);
  return bearers;
}
