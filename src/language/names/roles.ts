import type { Span } from '../../core/span.ts';

/** An office or rank that a person holds. */
export interface Role {
  readonly id: string;
  /** Alternatives of a regular expression, in each language. */
  readonly zh: string;
  readonly en: string;
  /** Roles that it may stand for: a minister may be one of defence. */
  readonly covers?: readonly string[];
  readonly examples: readonly string[];
  readonly not?: readonly string[];
}

/** Offices that news tells people apart by; the longest match at a place is the one that is read. */
export const ROLES: readonly Role[] = [
  {
    id: 'defence-minister',
    zh: '国防部部?长|防务部长|国防大臣|防长',
    en: 'defen[cs]e (?:minister|secretary|chief)s?|ministers? (?:of|for) (?:national )?defen[cs]e',
    examples: ['国防部长', '防长', 'Minister of National Defence', 'defence minister'],
  },
  {
    id: 'foreign-minister',
    zh: '外交部部?长|外交大臣|外长',
    en: 'foreign (?:minister|secretary)s?|ministers? (?:of|for) foreign affairs|top diplomat',
    examples: ['外长', 'foreign ministers'],
  },
  {
    id: 'finance-minister',
    zh: '财政部部?长|财政大臣|财长',
    en: 'finance ministers?|ministers? (?:of|for) finance|chancellor of the exchequer|treasury secretary',
    examples: ['财长', 'finance minister'],
  },
  { id: 'culture-minister', zh: '文化部部?长', en: 'culture ministers?', examples: ['文化部长'] },
  {
    id: 'minister',
    zh: '部长(?!级)|大臣',
    en: 'ministers?',
    covers: [
      'defence-minister',
      'foreign-minister',
      'finance-minister',
      'culture-minister',
      'other-minister',
    ],
    examples: ['部长', 'ministers'],
    not: ['部长级会议'],
  },
  {
    id: 'other-minister',
    zh: '(?:教育|卫生|交通|农业|商务|科技|司法|内政|环境|能源|贸易|旅游|工业)(?:部部?长|大臣)',
    en: '(?:education|health|transport|agriculture|commerce|science|justice|interior|home|environment|energy|trade|tourism|industry) (?:minister|secretary)s?',
    examples: ['教育部长', 'interior minister'],
  },
  {
    id: 'head-of-government',
    zh: '(?<!副)(?:总理|首相)',
    en: '(?<!deputy |vice )(?:prime ministers?|premiers?)',
    examples: ['总理', 'prime minister'],
    not: ['副总理', 'vice premier'],
  },
  {
    id: 'deputy-head-of-government',
    zh: '副(?:总理|首相)',
    en: '(?:deputy|vice) (?:prime ministers?|premiers?)',
    examples: ['副总理', 'deputy prime minister'],
  },
  {
    id: 'president',
    zh: '(?<!副)(?:总统|国家主席)',
    en: '(?<!vice[ -]|deputy |bank )presidents?(?! of the bank)',
    examples: ['总统', 'President'],
    not: ['副总统', 'vice president'],
  },
  {
    id: 'vice-president',
    zh: '副总统|国家副主席',
    en: 'vice[ -]presidents?',
    examples: ['副总统', 'vice president'],
  },
  {
    id: 'chair',
    zh: '(?<!副|国家|常委会|常务委员会|轮值)主席(?!国|台|团)',
    en: '(?<!vice[ -]|deputy )chair(?:man|woman|person)s?',
    covers: ['president', 'speaker'],
    examples: ['主席', 'chairman'],
    not: ['副主席', '轮值主席国', 'vice chairman'],
  },
  {
    id: 'vice-chair',
    zh: '副主席',
    en: '(?:vice|deputy)[ -]chair(?:man|woman|person)s?',
    covers: ['vice-president', 'deputy-speaker'],
    examples: ['副主席', 'vice chairwoman'],
  },
  {
    id: 'speaker',
    zh: '(?<!副)议长',
    en: '(?<!vice[ -]|deputy |parliament )speaker(?=s? of\\b|\\s\\p{Lu})|(?<!deputy )(?:parliament|parliamentary|house) speaker',
    examples: ['议长'],
    not: ['副议长'],
  },
  {
    id: 'deputy-speaker',
    zh: '副议长',
    en: '(?:vice|deputy)[ -](?:parliament(?:ary)? )?speakers?',
    examples: ['副议长', 'Vice-Speaker', 'deputy parliament speaker'],
  },
  {
    id: 'state-secretary',
    zh: '国务秘书',
    en: 'state secretar(?:y|ies)|secretar(?:y|ies) of state',
    examples: ['国务秘书', 'State Secretary'],
  },
  {
    id: 'secretary-general',
    zh: '秘书长',
    en: 'secretar(?:y|ies)[- ]general',
    examples: ['秘书长', 'secretary-general'],
  },
  {
    id: 'party-secretary',
    zh: '(?<!副|总)书记(?!处)',
    en: '(?<!deputy )party (?:secretar(?:y|ies)|chief)|secretary of (?:the )?(?:\\p{L}+ ){0,3}party committee',
    examples: ['省委书记', 'Party secretary'],
    not: ['省委副书记', '总书记'],
  },
  {
    id: 'deputy-party-secretary',
    zh: '副书记',
    en: 'deputy party (?:secretar(?:y|ies)|chief)',
    examples: ['省委副书记'],
  },
  {
    id: 'general-secretary',
    zh: '总书记',
    en: 'general secretary',
    covers: ['president', 'chair'],
    examples: ['总书记'],
  },
  {
    id: 'governor',
    zh: '(?<!副)(?:省长|州长|自治区主席)',
    en: '(?<!vice |deputy |vice-)governors?',
    examples: ['省长', 'Governor'],
    not: ['副省长'],
  },
  {
    id: 'deputy-governor',
    zh: '副(?:省长|州长)',
    en: '(?:vice|deputy)[ -]governors?',
    examples: ['副省长'],
  },
  {
    id: 'bank-governor',
    zh: '(?:央行|银行)行长',
    en: '(?:central )?bank (?:governor|chief|president)',
    covers: ['governor'],
    examples: ['央行行长'],
  },
  {
    id: 'mayor',
    zh: '(?<!副)市长',
    en: '(?<!vice |deputy )mayors?',
    examples: ['市长', 'Mayor'],
    not: ['副市长'],
  },
  { id: 'ambassador', zh: '大使', en: 'ambassadors?', examples: ['大使'] },
  {
    id: 'spokesperson',
    zh: '发言人',
    en: 'spokes(?:man|woman|person|people)',
    examples: ['发言人'],
  },
  { id: 'researcher', zh: '研究员', en: 'researchers?|fellows?\\b', examples: ['研究员'] },
  { id: 'professor', zh: '教授', en: 'professors?', examples: ['教授'] },
  {
    id: 'scholar',
    zh: '专家|学者',
    en: 'experts?|scholars?|academics?|analysts?',
    covers: ['researcher', 'professor'],
    examples: ['专家', 'analyst'],
  },
  {
    id: 'director',
    zh: '(?<!副)(?:主任|负责人|局长|院长|馆长|所长|校长|科长|处长|司长|厅长)',
    en: '(?<!deputy |vice )(?:directors?|heads?(?= of)|deans?)',
    covers: ['chair'],
    examples: ['主任', 'director'],
  },
  {
    id: 'deputy-director',
    zh: '副(?:主任|局长|院长|馆长|所长|校长|科长|处长|会长|总经理|董事长|总裁)',
    en: '(?:deputy|vice)[ -](?:directors?|heads?(?= of))',
    covers: ['vice-chair', 'vice-president'],
    examples: ['副局长', 'deputy director'],
  },
  {
    id: 'board-chair',
    zh: '(?<!副)(?:董事长|理事长|会长)',
    en: 'chair(?:man|woman)? of the board',
    covers: ['chair', 'president', 'director'],
    examples: ['董事长', 'chairman of the board'],
    not: ['副董事长'],
  },
  {
    id: 'general-manager',
    zh: '(?<!副)总经理',
    en: 'general managers?',
    covers: ['director', 'chief-executive'],
    examples: ['总经理', 'general manager'],
  },
  {
    id: 'general',
    zh: '(?:少|中|上|大)将|将军',
    en: '(?:(?:major|lieutenant) )?generals?(?= \\p{Lu})',
    examples: ['少将', 'Major General Zhang'],
  },
  {
    id: 'colonel',
    zh: '(?:大|上|中|少)校',
    en: '(?:senior |lieutenant )?colonels?',
    examples: ['大校', 'Senior Colonel'],
  },
  { id: 'coach', zh: '主教练|主帅|教练', en: '(?:head )?coach|team manager', examples: ['主帅'] },
  {
    id: 'chief-executive',
    zh: '首席执行官|总裁',
    en: 'chief executives?|CEOs?',
    examples: ['首席执行官', 'CEO'],
  },
  { id: 'harbour-master', zh: '港务长', en: 'harbou?r ?master', examples: ['harbour master'] },
];

/** A role in a text. */
export interface RoleMention extends Span {
  readonly id: string;
}

const COMPILED = ROLES.map(({ id, zh, en }) => ({
  id,
  pattern: new RegExp(`${zh}|\\b(?:${en})\\b`, 'giu'),
}));

/** Roles in a text, in order; where several match at one place, the longest. */
export function findRoles(text: string): readonly RoleMention[] {
  const found = COMPILED.flatMap(({ id, pattern }) =>
    Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({
      id,
      start: index,
      end: index + length,
    })),
  ).sort((a, b) => a.start - b.start || b.end - a.end);
  const mentions: RoleMention[] = [];
  for (const mention of found) {
    const overlapping = mentions.findIndex(
      ({ start, end }) => start < mention.end && mention.start < end,
    );
    const other = mentions[overlapping];
    if (other === undefined) mentions.push(mention);
    else if (mention.end - mention.start > other.end - other.start) mentions[overlapping] = mention;
  }
  return mentions.sort((a, b) => a.start - b.start);
}

const COVERS = new Map(ROLES.map(({ id, covers = [] }) => [id, covers]));

/** Whether two roles may be one person's same office: a minister is perhaps the one of defence. */
export function rolesAgree(first: string, second: string): boolean {
  return (
    first === second ||
    (COVERS.get(first)?.includes(second) ?? false) ||
    (COVERS.get(second)?.includes(first) ?? false)
  );
}
