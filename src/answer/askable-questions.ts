import type { Article, Language } from '../core/article.ts';
import type { NewsStory } from '../core/news-event.ts';
import type { Sentence, SentenceName } from '../core/sentence.ts';
import type { Span } from '../core/span.ts';
import type { AskableQuestion } from '../core/starter-question.ts';
import { hasHan } from '../language/characters/scripts.ts';
import { writeDays } from '../language/dates/write-date.ts';
import { isAbroad } from '../language/names/region-names.ts';
import { findRoles } from '../language/names/roles.ts';

/** Sentences at the start of an article that questions are made of: there it says what happened. */
const OPENING = 14;
/** UTF-16 units of what a question is about; shorter names too little, longer nobody would type. */
const SUBJECT = { zh: { least: 5, most: 28 }, en: { least: 10, most: 90 } } as const;
const MAX_TITLE = { zh: 32, en: 90 } as const;

/** In the order that a reader meets them. */
const FORMS = [
  'story',
  'happened',
  'where',
  'who',
  'how-many',
  'when',
  'said',
  'identity',
] as const;

type SentencesOf = (articleId: string) => readonly Sentence[];
type Draft = Pick<AskableQuestion, 'text' | 'form' | 'expected'>;

/** What questions are made from. */
export interface AskableParts {
  readonly articles: readonly Article[];
  readonly stories: readonly NewsStory[];
  readonly sentencesOf: SentencesOf;
  /** A person's or place's name in English, or null where it cannot be written in it. */
  readonly inEnglish: (name: string, kind: SentenceName['kind']) => string | null;
  /** As many as are worth asking. */
  readonly limit: number;
}

/**
 * Questions that the articles should answer, in a language: sentences with the part that answers
 * taken out, and the stories that matter most. Those of one article, and of one form, stand apart.
 * Whether they are answered, only asking tells.
 */
export function askableQuestions(language: Language, parts: AskableParts): AskableQuestion[] {
  const byForm = new Map<AskableQuestion['form'], AskableQuestion[]>();
  const seen = new Set<string>();
  const add = (question: AskableQuestion): void => {
    if (seen.has(question.text)) return;
    seen.add(question.text);
    const known = byForm.get(question.form);
    if (known === undefined) byForm.set(question.form, [question]);
    else known.push(question);
  };
  for (const story of parts.stories) {
    const title = story.title[language];
    if (title === null || title.length > MAX_TITLE[language] || /[《》“”"]/u.test(title)) continue;
    const text = language === 'zh' ? `总结一下：${title}` : `Summarize: ${title}`;
    const { articleIds } = story;
    add({ text, form: 'story', articleIds, sentence: null, expected: null });
  }
  for (const article of parts.articles) {
    for (const sentence of parts.sentencesOf(article.id).slice(0, OPENING)) {
      if (sentence.role !== 'prose') continue;
      for (const draft of draftsOf(sentence, language, parts)) {
        const { start, end } = sentence;
        add({ ...draft, articleIds: [article.id], sentence: { start, end } });
      }
    }
  }
  return takeTurns(
    FORMS.map((form) => byForm.get(form) ?? []),
    parts.limit,
  );
}

/** The first of each list, then the second of each, and so on. */
function takeTurns(lists: readonly (readonly AskableQuestion[])[], limit: number) {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const taken: AskableQuestion[] = [];
  for (let turn = 0; turn < longest && taken.length < limit; turn++) {
    for (const list of lists) {
      const question = list[turn];
      if (question !== undefined && taken.length < limit) taken.push(question);
    }
  }
  return taken;
}

function draftsOf(sentence: Sentence, language: Language, parts: AskableParts): Draft[] {
  if (sentence.language !== language) {
    return language === 'en' ? aboutPerson(sentence, 'en', parts) : [];
  }
  const drafts = language === 'zh' ? chineseDrafts(sentence) : englishDrafts(sentence);
  return [...drafts, ...aboutPerson(sentence, language, parts)];
}

const slice = ({ text }: Sentence, { start, end }: Span): string => text.slice(start, end);

/** Who somebody is, and what they said: these cross languages, since a name does. */
function aboutPerson(sentence: Sentence, language: Language, { inEnglish }: AskableParts): Draft[] {
  const drafts: Draft[] = [];
  const write = (name: SentenceName): string | null => {
    if (language === 'zh' || !hasHan(name.text)) return name.text;
    // A foreigner's name is not the sound of its characters.
    return isForeign(name, sentence) ? null : inEnglish(name.text, name.kind);
  };
  const people = sentence.names.filter(
    ({ kind, text }) => kind === 'person' && !/^\p{Lu}{2}/u.test(text),
  );
  const speaker = sentence.attribution?.speaker;
  const speaking = people.find(
    ({ start, end }) => speaker != null && speaker.start <= start && end <= speaker.end,
  );
  const spoken = speaking === undefined ? null : write(speaking);
  if (spoken !== null) {
    const text = language === 'zh' ? `${spoken}说了什么？` : `What did ${spoken} say?`;
    drafts.push({ text, form: 'said', expected: speaking?.text ?? null });
  }
  const roles = findRoles(sentence.text);
  for (const person of people) {
    const role = roles.find(({ end }) => end === person.start || end + 1 === person.start);
    const name = role === undefined ? null : write(person);
    if (role === undefined || name === null) continue;
    const text = language === 'zh' ? `${name}是谁？` : `Who is ${name}?`;
    drafts.push({ text, form: 'identity', expected: slice(sentence, role) });
  }
  const place = sentence.names.find(
    ({ kind, keys }) => kind === 'place' && !keys.some((key) => key.startsWith('region:')),
  );
  const day = sentence.dates.find(({ granularity, certain }) => granularity === 'day' && certain);
  const where = place === undefined ? null : write(place);
  if (language === 'en' && where !== null && day?.from != null && sentence.language === 'zh') {
    const when = writeDays(day.from, day.from, 'en');
    drafts.push({
      text: `What happened in ${where} on ${when}?`,
      form: 'happened',
      expected: place?.text ?? null,
    });
  }
  return drafts;
}

/** UTF-16 units between a country and the person who holds an office of it. */
const OFFICE_REACH = 10;

function isForeign(person: SentenceName, { names }: Sentence): boolean {
  return names.some(
    (name) =>
      name.kind === 'place' &&
      name.end <= person.start &&
      person.start - name.end <= OFFICE_REACH &&
      isAbroad(name),
  );
}

const HELD_ZH =
  /(?<subject>[\p{Script=Han}\d“”"《》·、]+?)(?:\d{1,2}月)?(?:\d{1,2}日)?(?:上午|下午|晚间?)?在(?<place>[\p{Script=Han}·]{2,16}?)(?:正式|隆重)?(?<verb>举行|召开|开幕|举办|闭幕|启动|发布)/gu;

/** What takes place somewhere on some day: 会议在青岛举行. */
function chineseDrafts(sentence: Sentence): Draft[] {
  const drafts: Draft[] = [];
  for (const match of sentence.text.matchAll(HELD_ZH)) {
    const { subject = '', place = '', verb = '' } = match.groups ?? {};
    const about = subject.replace(/^(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?/u, '');
    const { least, most } = SUBJECT.zh;
    const isWhole =
      (about.match(/“/gu)?.length ?? 0) === (about.match(/”/gu)?.length ?? 0) &&
      !sentence.names.some(({ kind, text }) => kind === 'person' && about.includes(text));
    if (!isWhole || about.length < least || about.length > most) continue;
    if (!EVENT_NOUN.test(about) || UNCLEAR.test(about)) continue;
    if (sentence.names.some(({ kind, text }) => kind === 'place' && place.includes(text))) {
      drafts.push({ text: `${about}在哪里${verb}？`, form: 'where', expected: place });
    }
    if (hasDay(sentence)) {
      drafts.push({ text: `${about}是什么时候${verb}的？`, form: 'when', expected: null });
    }
  }
  return [...drafts, ...chineseWho(sentence), ...chineseCount(sentence)];
}

/** What something that is held is called. */
const EVENT_NOUN =
  /(?:会|会议|峰会|论坛|展|展览|节|赛|仪式|活动|典礼|演习|会谈|会晤|式|营|班|周|演出|比赛)$/u;
/** Words that need what stands before them, and beginnings that are none. */
const UNCLEAR = /^[的了将为但而并且也还]|[这那其该此他她它我]|同意|决定|表示|计划|参加|出席/u;

const hasDay = ({ dates }: Sentence): boolean =>
  dates.some(({ granularity, from, certain }) => granularity === 'day' && from !== null && certain);

/** Deeds that somebody is asked after. */
const DEED =
  /^(?:\d{1,2}月)?(?:\d{1,2}日)?(?<deed>(?:主持|出席|会见|访问|抵达|宣布|担任|当选|签署|率领|领导|获得)了?[^,，。;；:：“”"他她]{6,24})(?=[,，。;；])/u;

/** Who did it: the office and the name before a deed give way to 谁. */
function chineseWho({ text, names }: Sentence): Draft[] {
  return names.flatMap((person): Draft[] => {
    const deed = DEED.exec(text.slice(person.end))?.groups?.['deed'];
    const isNamed = names.some((name) => name !== person && deed?.includes(name.text) === true);
    if (person.kind !== 'person' || deed === undefined || !isNamed) return [];
    return [{ text: `谁${deed}？`, form: 'who', expected: person.text }];
  });
}

/** How many: 涵盖26个国家 → 涵盖多少个国家. */
function chineseCount(sentence: Sentence): Draft[] {
  return sentence.quantities.flatMap((quantity): Draft[] => {
    const beside =
      sentence.text.slice(quantity.start - 1, quantity.start) +
      sentence.text.slice(quantity.end, quantity.end + 1);
    const isCounted = quantity.kind === 'cardinal' && quantity.head !== null && quantity.value >= 2;
    if (!isCounted || /[-—~.·至\dA-Za-z号]/u.test(beside)) return [];
    const from =
      Math.max(
        ...['，', ',', '。', '；', ';', '：', ':'].map((mark) =>
          sentence.text.lastIndexOf(mark, quantity.start - 1),
        ),
      ) + 1;
    const [after = ''] = sentence.text.slice(quantity.end).split(/[,，。;；:：、]/u, 1);
    const before = sentence.text
      .slice(from, quantity.start)
      .replace(/(?:约|近|超过?|共有?|达到?)$/u, '');
    const unit =
      quantity.unit !== null && /^\p{Script=Han}$/u.test(quantity.unit) ? quantity.unit : '';
    const text = `${before}多少${unit}${after}`;
    const isNamed = sentence.names.some(({ start, end }) => start >= from && end <= quantity.start);
    const { least, most } = SUBJECT.zh;
    if (
      !isNamed ||
      UNCLEAR.test(text) ||
      before.length < least ||
      text.length > most ||
      /[“”"《》、]|\d/u.test(text)
    )
      return [];
    return [
      {
        text: `${text}？`,
        form: 'how-many',
        expected: quantity.text.replace(/\D+$/u, '') || quantity.text,
      },
    ];
  });
}

const HELD_EN =
  /^(?<subject>The [^,;:]{8,90}?) (?<verb>was held|took place|was signed|will be held) in (?<place>[^.;]+)/u;
const COUNT_EN = /^(?:More than |Over |About |Some |At least )?$/u;
const PAST = /^\p{Ll}{2,}(?:ed|ook|ave|ade|ent|old|ought|ame|un)\b/u;

function englishDrafts(sentence: Sentence): Draft[] {
  const drafts: Draft[] = [];
  const { text } = sentence;
  const { least, most } = SUBJECT.en;
  const { subject = '', verb = '', place = '' } = HELD_EN.exec(text)?.groups ?? {};
  const named = sentence.names.find(
    ({ kind, text: name }) => kind === 'place' && place.includes(name),
  );
  const about = `the${subject.slice(3)}`;
  if (subject !== '' && named !== undefined && subject.length <= most) {
    const [auxiliary, past] = verb === 'took place' ? ['did', 'take place'] : splitVerb(verb);
    drafts.push({
      text: `Where ${auxiliary} ${about} ${past}?`,
      form: 'where',
      expected: named.text,
    });
    if (hasDay(sentence)) {
      drafts.push({ text: `When ${auxiliary} ${about} ${past}?`, form: 'when', expected: null });
    }
  }
  const person = sentence.names.find(({ kind }) => kind === 'person');
  if (person !== undefined && person.start <= 40 && !/[,.;]/u.test(text.slice(0, person.start))) {
    const [rest = ''] = text.slice(person.end + 1).split(/[,;:]|\.$/u, 1);
    if (
      PAST.test(rest) &&
      rest.length >= least * 2 &&
      rest.length <= most &&
      !/["“”]/u.test(rest)
    ) {
      drafts.push({ text: `Who ${rest}?`, form: 'who', expected: person.text });
    }
  }
  const [first] = sentence.quantities;
  if (
    first !== undefined &&
    first.kind === 'cardinal' &&
    COUNT_EN.test(text.slice(0, first.start))
  ) {
    const [rest = ''] = text
      .slice(first.end)
      .trim()
      .split(/[,;:]|\.$/u, 1);
    if (first.head !== null && rest.length >= least && rest.length <= most) {
      drafts.push({ text: `How many ${rest}?`, form: 'how-many', expected: first.text });
    }
  }
  return drafts;
}

/** `was held` → `was`, `held`; `will be held` → `will`, `be held`. */
function splitVerb(verb: string): readonly [string, string] {
  const at = verb.indexOf(' ');
  return [verb.slice(0, at), verb.slice(at + 1)];
}
