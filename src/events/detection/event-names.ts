import type { Article, Language } from '../../core/article.ts';
import type { BilingualName } from '../../core/news-event.ts';
import type { NameGlosses } from '../../language/names/gloss-names.ts';
import { isNewsOutletName } from '../../language/names/news-agencies.ts';
import { CHINESE_PARTICIPANT_END, ENGLISH_TITLE } from '../../language/names/titles.ts';
import type { EventTools } from '../event-tools.ts';
import type { LeadReader } from './lead.ts';

export interface NameTools extends EventTools {
  readonly nameGlosses: NameGlosses;
  readonly readLead: LeadReader;
}

export interface EventNames {
  readonly places: readonly BilingualName[];
  readonly participants: readonly BilingualName[];
}

/** Articles of a large event that are read for names. */
const MAX_ARTICLES = 8;
const MAX_PLACES = 4;
/** A place must be named by this share of the articles that name the first one. */
const PLACE_SHARE = 0.5;
const MAX_PARTICIPANTS = 10;
/** From here on two names are likely the same (`NameAnalyzer.namesMatch`). */
const SAME_NAME = 0.5;

/** What stands before a place where something happens, or before or after a person who acts. */
const LOCATIVE: Readonly<Record<Language, RegExp>> = {
  zh: /(?:在|于|赴|抵达|访问|位于|来到)[^，,。、“"]{0,5}$/u,
  en: /\b(?:in|at|to|near)\s+(?:the\s+)?(?:\p{Lu}[\p{L}'’]+,?\s+){0,2}$/u,
};
const PERSON_BEFORE = new RegExp(
  String.raw`${CHINESE_PARTICIPANT_END.source}|CEO$|\b${ENGLISH_TITLE}\s+$`,
  'u',
);
const PERSON_AFTER =
  /^\s?(?:\d+日|当天|当日|今天|昨天|分别|在会)?[^，,。]{0,4}?(?:说|表示|指出|强调|称|认为|宣布|出席|会见|致辞|主持|发言|访问|抵达|介绍|回应|担任|当选)|^\s(?:said|told|met|attended|chaired|announced|stressed|noted|arrived|hosted)\b/u;

/** The title that the name of a person begins with in English: `Chinese Defense Minister `. */
const TITLE_BEFORE_NAME = new RegExp(String.raw`^.*\b${ENGLISH_TITLE}\s+(?=\p{Lu})`, 'u');

interface Mentioned {
  readonly kind: 'place' | 'participant';
  readonly name: BilingualName;
  /** Articles that name it. */
  articles: number;
  mentions: number;
  /** Mentions that show its part in what happened. */
  telling: number;
}

/** Places and participants of an event, those named by most articles first. */
export function findEventNames(articles: readonly Article[], tools: NameTools): EventNames {
  const outlets = new Set(
    articles.flatMap(({ outlet }) => [outlet.name, outlet.zh, outlet.en].map(fold)),
  );
  const mentioned: Mentioned[] = [];
  for (const article of articles.slice(0, MAX_ARTICLES)) {
    const named = new Set<Mentioned>();
    for (const mention of readMentions(article, tools)) {
      if (outlets.has(fold(mention.text)) || isNewsOutletName(mention.text)) continue;
      const entry = findOrAdd(mentioned, mention, tools);
      entry.mentions += 1;
      entry.telling += mention.telling ? 1 : 0;
      named.add(entry);
    }
    for (const entry of named) entry.articles += 1;
  }
  const ranked = [...mentioned].sort(
    (a, b) => b.articles - a.articles || b.telling - a.telling || b.mentions - a.mentions,
  );
  const places = ranked.filter(({ kind }) => kind === 'place');
  const telling = places.filter(({ telling }) => telling > 0);
  const most = telling[0]?.articles ?? 0;
  const located = telling.filter(({ articles: count }) => count >= most * PLACE_SHARE);
  return {
    places: (located.length > 0 ? located : places).slice(0, MAX_PLACES).map(({ name }) => name),
    participants: ranked
      .filter(({ kind, telling }) => kind === 'participant' && telling > 0)
      .slice(0, MAX_PARTICIPANTS)
      .map(({ name }) => name),
  };
}

interface Mention {
  readonly text: string;
  readonly language: Language;
  readonly kind: Mentioned['kind'];
  readonly telling: boolean;
}

function* readMentions(article: Article, { names, readLead }: NameTools): Generator<Mention> {
  const { language, title, body } = article;
  const lead = readLead(article).map(({ text, names: found }) => ({ text, found }));
  for (const { text, found } of [
    { text: title, found: names.findNames(title, language) },
    ...lead,
  ]) {
    for (const name of found) {
      if (name.kind === 'other') continue;
      const before = text.slice(0, name.start);
      const after = text.slice(name.end);
      const script: Language = /\p{Script=Han}/u.test(name.text) ? 'zh' : 'en';
      const isPlace = name.kind === 'place';
      // 上海精神, 中印边境: part of another name or of an adjective, not where it happened.
      const telling = isPlace
        ? LOCATIVE[script].test(before)
        : PERSON_BEFORE.test(before) || PERSON_AFTER.test(after);
      const bare = name.text.replace(TITLE_BEFORE_NAME, '').trim();
      const acts = telling || (!isPlace && bare !== name.text);
      yield {
        text: script === 'zh' && name.kind === 'person' ? completeName(bare, body) : bare,
        language: script,
        kind: isPlace ? 'place' : 'participant',
        telling: acts,
      };
    }
  }
}

/** A short name stands for a longer one when nearly always the same characters follow it. */
const FOLLOWED_SHARE = 0.8;
const MIN_OCCURRENCES = 3;
/** What stands behind a whole name: verbs, particles, and words for several. */
const BEHIND_NAME = /^[说称表指强在的等和与及将是为向对被就于也已会宣出介告回应认率]/u;

/** `李家` where the text always has `李家超`. */
function completeName(name: string, body: string): string {
  let whole = name;
  while (whole.length < name.length + 2) {
    const followers = new Map<string, number>();
    let count = 0;
    for (let at = body.indexOf(whole); at >= 0; at = body.indexOf(whole, at + whole.length)) {
      const next = body.charAt(at + whole.length);
      followers.set(next, (followers.get(next) ?? 0) + 1);
      count += 1;
    }
    const [next, often] = [...followers].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
    if (count < MIN_OCCURRENCES || often < FOLLOWED_SHARE * count) break;
    if (!/^\p{Script=Han}$/u.test(next) || BEHIND_NAME.test(next)) break;
    whole += next;
  }
  return whole;
}

function findOrAdd(mentioned: Mentioned[], mention: Mention, tools: NameTools): Mentioned {
  const { text, language, kind } = mention;
  const same = mentioned.find(({ name }) => name[language] === text);
  if (same !== undefined) return same;
  const part = mentioned.find(
    ({ kind: its, name }) => its === kind && arePartOfOne(name[language], text),
  );
  if (part !== undefined) {
    const fuller = (part.name[language]?.length ?? 0) >= text.length ? part.name[language] : text;
    (part as { name: BilingualName }).name = { ...part.name, [language]: fuller };
    return part;
  }
  const other = language === 'zh' ? 'en' : 'zh';
  const across = mentioned.find(({ name }) => {
    const known = name[other];
    return (
      name[language] === null && known !== null && tools.names.namesMatch(text, known) >= SAME_NAME
    );
  });
  if (across !== undefined) {
    (across as { name: BilingualName }).name = { ...across.name, [language]: text };
    return across;
  }
  const gloss = language === 'zh' ? (tools.nameGlosses.lookUp(text)?.english ?? null) : null;
  const known = gloss === null ? undefined : mentioned.find(({ name }) => name.en === gloss);
  if (known !== undefined && known.name.zh === null) {
    (known as { name: BilingualName }).name = { ...known.name, zh: text };
    return known;
  }
  const name: BilingualName = language === 'zh' ? { zh: text, en: gloss } : { zh: null, en: text };
  const entry: Mentioned = { kind, name, articles: 0, mentions: 0, telling: 0 };
  mentioned.push(entry);
  return entry;
}

/** 比利亚维森西奥 and 费尔南多·比利亚维森西奥, "Bazoum" and "Mohamed Bazoum". */
function arePartOfOne(known: string | null, text: string): boolean {
  if (known === null) return false;
  const [short, long] = known.length < text.length ? [known, text] : [text, known];
  const parts = long.split(/[·・\s]+/u);
  return short.length > 1 && parts.length > 1 && parts.at(-1) === short;
}

function fold(name: string): string {
  return name.toLowerCase().replace(/\s+/gu, '');
}
