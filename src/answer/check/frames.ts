/**
 * Words around what a sentence says that say nothing themselves: lead-ins, labels, "Yes,", remarks on what the
 * passages lack. They are shown, and have no part in the verdict.
 */
interface FrameRule {
  readonly id: string;
  readonly pattern: RegExp;
  readonly examples: readonly (readonly [sentence: string, rest: string])[];
}

const SOURCE_ZH = '(?:报道|文章|段落|材料|资料|原文|文中|上文|来源|引文)';
const SOURCE_EN =
  '(?:passages?|articles?|reports?|sources?|texts?|documents?|coverage|excerpts?|materials?)';

/** Rules in the order in which they are applied; each takes its words away. */
export const FRAME_RULES: readonly FrameRule[] = [
  {
    id: 'list-number',
    pattern: /^\s*(?:\d{1,2}[.、)）]|[（(]\d{1,2}[)）]|[-*•])\s+/u,
    examples: [['1. 董军主持会议。', '董军主持会议。']],
  },
  {
    id: 'answer-label',
    pattern: /^\s*\**(?:回答|答案|答|结论|answer|short answer|final answer)\**\s*[:：]\**\s*/iu,
    examples: [['回答：会议由董军主持。', '会议由董军主持。']],
  },
  {
    id: 'yes-no',
    pattern:
      /^\s*\**(?:是的|不是|对的?|没错|否|不|有的|没有|yes|no|indeed|correct)\**\s*[,，:：—–-]\s*(?:it appears so[:,]\s*)?/iu,
    examples: [
      ['是的，辛格出席了会议。', '辛格出席了会议。'],
      ['Yes, it opened two.', 'it opened two.'],
    ],
  },
  {
    id: 'according-to-sources',
    pattern: new RegExp(
      `^\\s*(?:(?:根据|据|按照|从)(?:现有|相关|以上|所给|上述|这些)?的?${SOURCE_ZH}(?:来?看|显示|所述|所说|的说法|介绍)?|${SOURCE_ZH}(?:认为|显示|提到|指出|称|说|只提到|中提到)|(?:according to|based on|in|from) the (?:given |provided |available |same )?${SOURCE_EN}|(?:the|one|another|this) ${SOURCE_EN} (?:says?|states?|mentions?|notes?|indicates?|presents?|reports?|adds?)(?: that)?|according to one (?:commentary|report|article|source))\\s*[,，:：]?\\s*`,
      'iu',
    ),
    examples: [
      ['根据报道，会议在青岛举行。', '会议在青岛举行。'],
      ['According to the passages, China agreed.', 'China agreed.'],
    ],
  },
  {
    id: 'connective',
    pattern:
      /^\s*(?:需要说明的是|具体(?:来说|而言)|总的来(?:看|说)|总之|综上(?:所述)?|简而言之|换句话说|也就是说|除此之外|此外|另外|同时|至于[^，,]{1,8}|值得注意的是|overall|in short|in brief|in summary|in sum|in other words|that is|in addition|additionally|moreover|furthermore|besides this|also|specifically|notably|for example|it appears so|as for [^,]{1,24}|in particular)\s*[,，:：]\s*/iu,
    examples: [
      ['总的来看，双方持乐观态度。', '双方持乐观态度。'],
      ['In short, it is a set of values.', 'it is a set of values.'],
    ],
  },
  {
    id: 'bold-label',
    pattern: /^\s*\*\*[^*\n]{1,30}?(?:[:：]\*\*|\*\*\s*[:：])\s*/u,
    examples: [['**意义**：中国担任主席国。', '中国担任主席国。']],
  },
  {
    id: 'remark-on-sources',
    pattern: new RegExp(
      `[，,;；]\\s*(?:不过|但是?|however|but|though|although)?[,，]?\\s*(?:(?:这些|the|these)?\\s?${SOURCE_ZH}(?:中|里)?(?:都|均|并)?(?:没有|未|并未)[^。]*|没有(?:提及|提到|说明|给出)[^。]*|(?:(?:the|these) )?${SOURCE_EN}[^.]{0,20} (?:do(?:es)? not|don['’]t|give no|gives? neither)[^.]*|(?:but )?gives? neither[^.]*|but (?:do(?:es)? not|don['’]t) (?:say|state|mention|give)[^.]*)(?=[。.]?\\s*$)`,
      'iu',
    ),
    examples: [['他会见了多国防长，不过报道没有逐一列出名单。', '他会见了多国防长。']],
  },
];

/** A sentence without its frames; the whole of it where nothing would be left. */
export function withoutFrames(sentence: string): string {
  let rest = sentence;
  for (let round = 0; round < 2; round++) {
    for (const { pattern } of FRAME_RULES) {
      const shorter = rest.replace(pattern, '');
      if (/[\p{L}\p{N}]{2}/u.test(shorter)) rest = shorter;
    }
  }
  return rest;
}

const BARE_ANSWER =
  /^\**(?:是的?|对的?|没错|不是的?|否|不|有|没有|会|不会|yes|no|correct|indeed|it (?:did|does|was|is)|it appears so)\**[。.!！]?$/iu;
const HEADING = /^#{1,6}\s|^\*\*[^*]+\*\*[:：]?$|[:：]\**$/u;
const CLOSING =
  /^(?:希望(?:以上|这|对你|对您)|如(?:果|需|有)[^。]{0,20}(?:请|可以|欢迎|告诉)|以上(?:就是|是|内容)|(?:please )?let me know|(?:i )?hope (?:this|that)|feel free|if you (?:need|want|would like|have)|is there anything)/iu;
/** What points at a link and says nothing: "See here and", once the link is taken away. */
const POINTER =
  /^(?:(?:see|read|click|visit)(?:\s+(?:more|here|also|below|above|this|that|it|and|or|the|links?|on|at))*|(?:详见|参见|请?(?:点击|查看|参阅|见))(?:这里|此处|链接|原文|全文|和|与|及)*)\s*[.!。！]?$/iu;
const REMARK = new RegExp(
  `^(?:(?:以上|所给|这些|上述|提供的)?的?${SOURCE_ZH}(?:中|里)?(?:都|均|并)?(?:没有|未|并未|不)(?:有|曾|能)?(?:提及|提到|说明|涉及|给出|包含|提供|列出|显示|明确)|(?:the|these|none of the) (?:given |provided )?${SOURCE_EN} (?:do(?:es)? not|don['’]t|did not|mention nothing|say nothing|mentions?\\b.*\\bneither)|nothing in the ${SOURCE_EN})`,
  'iu',
);
const SOURCE_LIST =
  /^(?:sources?|references?|citations?|来源|参考(?:资料|文献)?|引用|出处)\s*[:：]?$/iu;
const MAX_HEADING = 60;

export type FrameKind = 'answer' | 'heading' | 'remark' | 'closing' | 'source-list';

/** What a sentence is that says nothing by itself, or null for one that has to be proved. */
export function frameKind(sentence: string, cited: readonly number[]): FrameKind | null {
  const text = sentence.trim();
  const bare = text.replace(/[*_#]/gu, '').trim();
  if (SOURCE_LIST.test(bare)) return 'source-list';
  if (BARE_ANSWER.test(bare)) return 'answer';
  if (CLOSING.test(bare) && cited.length === 0) return 'closing';
  if (POINTER.test(bare)) return 'closing';
  if (REMARK.test(bare)) return 'remark';
  return HEADING.test(text) && text.length <= MAX_HEADING && cited.length === 0 ? 'heading' : null;
}
