import type { NameKind } from '../../core/sentence.ts';
import { foldText } from '../../language/characters/fold.ts';
import { findEnumerations } from '../../language/discourse/enumerations.ts';
import { isAsked, isForeigner } from './name-candidates.ts';
import type { CandidateSource, TypedCandidate } from './typed-candidate.ts';

const ORDERED_ZH =
  /(?<mark>一是|二是|三是|四是|五是|六是|首先|其次|第[一二三四五六](?:，|、|是))(?<item>[^；;。]{2,80})/gu;
const MAX_ITEMS = 12;
/** Sentences behind the first that an ordered list may run on into. */
const RUNS_ON = 5;

/** Things named side by side, each list followed to its end. */
export function enumerationCandidates(source: CandidateSource): TypedCandidate[] {
  const { question, sentence } = source;
  if (question.expects === 'person' || question.expects === 'place') return namedLists(source);
  const { text } = sentence;
  const found: TypedCandidate[] = [];
  for (const list of findEnumerations(text, sentence.language)) {
    const items = itemsOf(list.text, sentence.language);
    if (items.length < 2) continue;
    const isBeside =
      question.focus !== null &&
      text.slice(Math.max(0, list.start - 20), list.end + 10).includes(question.focus);
    found.push({
      ...list,
      key: foldText(list.text),
      fit: isBeside ? 1 : 0.7,
      isBound: isBeside,
      items,
    });
  }
  const ordered = orderedList(source);
  return ordered === null ? found : [ordered, ...found];
}

function itemsOf(list: string, language: 'zh' | 'en'): string[] {
  const parts =
    language === 'zh'
      ? list.split(/、|(?:和|及|以及|与)(?=[^、]{1,24}$)/u)
      : list.split(/, (?:and |or )?| (?:and|or) (?=[^,]*$)/u);
  return parts
    .map((part, i) => trimItem(part, i === 0, i === parts.length - 1, language))
    .map((part) => part.trim().replace(/^[“"《]|[”"》]$|等$/gu, ''))
    .filter((part) => part.length > 0)
    .slice(0, MAX_ITEMS);
}

const LEADS_IN_ZH =
  /^.*(?:包含|包括|涵盖|分别是|分别为|分别|引进|推出|提出|有|即|为|是|在|对|向|与|和|将|了|的)(?=[^的]{1,16}$)/u;
const ENDS_ZH =
  /(?:等|[二三四五六七八九十两\d]+(?:大|个|项|种|家|名|位|方面)|分别|均|都|共|举行|出席|致辞).*$/u;
const LEADS_IN_EN =
  /^.*\b(?:on|of|in|including|include|includes|as|for|to|with|are|is|were|was|by|from|between|at|and|the)\s(?=\S)/iu;
const ENDS_EN = /\s(?:to|in|on|at|for|with|which|that|who|are|is|was|were|as|by|among)\s.*$/iu;

/** The first and the last item without what leads into the list and what goes on behind it. */
function trimItem(item: string, isFirst: boolean, isLast: boolean, language: 'zh' | 'en'): string {
  const [leadsIn, ends] = language === 'zh' ? [LEADS_IN_ZH, ENDS_ZH] : [LEADS_IN_EN, ENDS_EN];
  const begun = isFirst ? item.replace(leadsIn, '') : item;
  return isLast ? begun.replace(ends, '') : begun;
}

/** 一是…二是…三是, over as many sentences as it takes. */
function orderedList({ sentence, following }: CandidateSource): TypedCandidate | null {
  const items: string[] = [];
  let end = 0;
  for (const [i, { text }] of [sentence, ...following.slice(0, RUNS_ON)].entries()) {
    const before = items.length;
    for (const match of text.matchAll(ORDERED_ZH)) {
      items.push((match.groups?.['item'] ?? '').trim());
      if (i === 0) end = match.index + match[0].length;
    }
    if (i > 0 && items.length === before) break;
    if (i === 0 && items.length === 0) return null;
  }
  if (items.length < 2) return null;
  const start = sentence.text.search(ORDERED_ZH);
  return {
    start,
    end: Math.max(start + 1, end),
    text: items.join('；'),
    key: foldText(items.join()),
    fit: 0.9,
    isBound: false,
    items: items.slice(0, MAX_ITEMS),
  };
}

/** Most text between two names of a list that a separator stands in: titles, "and". */
const MAX_GAP = 30;

/** People or places of one list: a separator stands between any two, whatever titles do. */
function namedLists(source: CandidateSource): TypedCandidate[] {
  const { question, sentence } = source;
  const { text } = sentence;
  const kind: NameKind = question.expects === 'person' ? 'person' : 'place';
  const isCountries = /国|countr|nation/iu.test(question.focus ?? '');
  const fitting = sentence.names.filter(
    (name) =>
      name.kind === kind &&
      !isAsked(name.text, source) &&
      (!isCountries || name.keys.some((key) => key.startsWith('region:'))),
  );
  const runs: (typeof fitting)[] = [];
  for (const name of fitting) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const between = last === undefined ? '' : text.slice(last.end, name.start);
    const joins =
      between.length <= MAX_GAP &&
      /[、]|和|及|与|, | and /u.test(between) &&
      !/[。；;]/u.test(between);
    if (run !== undefined && joins) run.push(name);
    else runs.push([name]);
  }
  return runs.flatMap((run): TypedCandidate[] => {
    const [first] = run;
    const last = run.at(-1);
    if (first === undefined || last === undefined || run.length < 2) return [];
    const items = [...new Set(run.map((name) => name.text))].slice(0, MAX_ITEMS);
    return [
      {
        start: first.start,
        end: last.end,
        text: items.join('、'),
        key: foldText(items.join()),
        fit: 1,
        isBound: false,
        isForeign: run.some((name) => isForeigner(name, source)),
        items,
      },
    ];
  });
}
