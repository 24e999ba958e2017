import type { Sentence, SentenceName } from '../../core/sentence.ts';
import { foldText } from '../../language/characters/fold.ts';
import { hasHan } from '../../language/characters/scripts.ts';
import type { CandidateSource, TypedCandidate } from './typed-candidate.ts';

/** What a Chinese post ends in. */
const POST_ZH =
  '(?:主席|总统|总理|首相|部长|防长|外长|财长|大臣|书记|省长|市长|州长|县长|区长|镇长|议长|院长|校长|局长|司长|处长|行长|秘书长|国务秘书|秘书|发言人|大使|将军|上将|中将|少将|大校|上校|元首|国王|女王|教授|博士|研究员|记者|主播|专家|学者|主任|董事长|总裁|总经理|经理|负责人|队长|教练|导演|演员|作家|歌手|选手|候选人|领导人|创始人|委员|代表|法人代表|会长|理事长|参赞|律师|法官|医生|司令|议员|顾问|分析师|工程师|股东|成员|知事|法人|首席执行官|CEO)';
const TITLE_BEFORE = new RegExp(
  `(?<title>(?:[\\p{Script=Han}A-Za-z“”"《》·]{0,24}?${POST_ZH}[、兼]){0,3}[\\p{Script=Han}A-Za-z“”"《》·—-]{0,30}?${POST_ZH})(?:、)?$`,
  'u',
);
/** Words that a title before a name does not reach across. */
const NOT_TITLE =
  /^.*(?:会见|会晤|会谈|表示|指出|强调|介绍|认为|由|对|向|在|被|把|让|跟|同|与|称|说|据|当天|当日|来华出席|出席|主持|邀请|接受|采访|分别|包括|以及|日|下午|上午|晚|随后|此次|并|将|的(?=\p{Script=Han}{0,12}$))/u;
const TITLE_BEHIND = new RegExp(
  `^(?:（|\\(|，|,)?(?:是|系|为|现任|任|担任|出任|当选|曾任|时任)(?:了|过)?(?<title>[^，。；：（）()]{0,30}?${POST_ZH}(?:[、兼][^，。；：]{0,20}?${POST_ZH})*)`,
  'u',
);
const ENGLISH_POST =
  '(?:[Mm]inister|[Pp]resident|[Ss]ecretary|[Cc]hair(?:man|woman|person)?|[Dd]irector|[Ss]poke(?:sman|swoman|sperson)|[Rr]esearcher|[Pp]rofessor|[Aa]mbassador|[Mm]ayor|[Gg]overnor|[Cc]olonel|[Gg]eneral|CEO|[Ff]ounder|[Ee]xpert|[Ss]cholar|[Pp]remier|[Cc]hancellor|[Ll]eader|[Cc]oach|[Cc]aptain|[Rr]eporter|[Aa]nalyst|[Jj]udge|[Ll]awyer|[Cc]hief|[Hh]ead|[Vv]ice|[Ss]peaker|[Oo]fficer|[Ee]ngineer|[Ee]conomist|[Pp]layer|[Aa]ctor|[Aa]ctress|[Ss]inger|[Ww]riter)';
const EN_BEFORE = new RegExp(
  `(?<title>(?:(?:[\\p{L}'’-]+ ){0,6}?)${ENGLISH_POST}(?: (?:of|for) (?:[\\p{L}'’-]+ ?){1,5})?),? ?$`,
  'u',
);
const EN_BEHIND = new RegExp(
  `^(?:,| (?:is|was|serves as|served as|became)) (?:the |an? )?(?<title>[^,.;]{0,60}?\\b${ENGLISH_POST}\\b[^,.;]{0,40})`,
  'u',
);
/** Names agree from here on. */
const SAME_NAME = 0.55;

/** The name of a sentence that the question asks about. */
export function askedMention({ question, sentence, names }: CandidateSource): SentenceName | null {
  const asked = question.names.filter(
    ({ kind, text }) => kind !== 'organization' || text.length <= 4,
  );
  const exact = sentence.names.find((name) => asked.some((own) => own.text === name.text));
  if (exact !== undefined) return exact;
  const people = sentence.names.filter(({ kind }) => kind === 'person' || kind === 'other');
  return (
    people.find((name) =>
      asked.some(
        (own) => own.kind !== 'place' && names.namesMatch(own.text, name.text) >= SAME_NAME,
      ),
    ) ?? null
  );
}

/** The title of the person asked about: what stands before the name, or what is said of it. */
export function roleCandidates(source: CandidateSource): TypedCandidate[] {
  const mention = askedMention(source);
  if (mention === null) return [];
  const title = titleOf(mention, source.sentence);
  if (title === null) return [];
  const { start, end, text } = title;
  return [{ start, end, text, key: foldText(text), fit: 1, isBound: true }];
}

/** A person's title in a sentence, with its place. */
export function titleOf(
  name: SentenceName,
  sentence: Sentence,
): { readonly start: number; readonly end: number; readonly text: string } | null {
  const { text, language } = sentence;
  const before = text.slice(0, name.start);
  const behind = text.slice(name.end);
  const isChinese = language === 'zh' || hasHan(name.text);
  const [beforePattern, behindPattern] = isChinese
    ? [TITLE_BEFORE, TITLE_BEHIND]
    : [EN_BEFORE, EN_BEHIND];
  const said = behindPattern.exec(behind);
  const leading = isChinese
    ? clauseTail(before)
    : before.slice(Math.max(0, before.search(/[^.;:!?]*$/u)));
  const match = beforePattern.exec(leading);
  if (match !== null) {
    const raw = match.groups?.['title'] ?? '';
    const cut = isChinese
      ? raw.replace(NOT_TITLE, '')
      : raw.replace(/^.*\b(?:by|with|and|the|said|told|met|from)\s/u, '');
    const end = name.start - (leading.length - (match.index + raw.length));
    const start = end - cut.length;
    if (cut.length > 1 && text.slice(start, end) === cut) return { start, end, text: cut };
  }
  const title = said?.groups?.['title'];
  if (said === null || title === undefined) return null;
  const start = name.end + said[0].length - title.length;
  return { start, end: start + title.length, text: title.trim() };
}

/** What stands before a name in its clause; items of an enumeration belong to it. */
function clauseTail(before: string): string {
  return before.slice(Math.max(0, before.search(/[^，,。；;：:！？（）()]*$/u)));
}
