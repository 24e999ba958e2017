import type { QuestionCue } from './question-form.ts';

const cue = (body: string) => new RegExp(body, 'giu');

const PLACE =
  '(?:city|cities|country|countries|nation|nations|state|states|province|provinces|town|towns|place|places|region|regions|venue|venues|stadium|location|locations|continent|capital|capitals)';
const PERSON =
  '(?:director|author|writer|actor|actress|president|ceo|chairman|chairperson|chair|minister|prime minister|premier|mayor|governor|coach|captain|founder|spokesperson|spokesman|spokeswoman|star|lead actor|lead actress|host|leader|ambassador|king|queen|pope|suspect|secretary-general|player|teacher|winner)';
const PEOPLE =
  '(?:people|persons|directors|authors|actors|ministers|leaders|players|officials|presidents|politicians|writers|founders|stars)';
const SAY = '(?:say|said|think|comment|commented|claim|claimed|promise|promised)';
const UNIT_OF_TIME = '(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?)';

/** Ways of asking in English, the more telling first. */
export const ENGLISH_CUES: readonly QuestionCue[] = [
  {
    kind: 'timeline',
    expects: 'statement',
    pattern: cue('\\b(?:timeline|chronology|sequence of events)(?: of| for)?\\b'),
  },
  {
    kind: 'summary',
    expects: 'statement',
    pattern: cue(
      '\\bwhat (?:does|do|did) (?=[“"‘《])|(?<=[”"’》] )(?:report|say|cover|describe)\\b|\\bwhat do the articles (?:say|report)(?: about)?|\\b(?:summari[sz]e|give (?:me )?an? (?:brief )?(?:summary|overview) of|(?:brief )?(?:summary|overview)(?: of)?|sum up|tell me about|brief me on)\\b|\\bwhat (?:has )?happened\\b|\\bwhat (?:is|are) the (?:main|key|core) points?(?: of)?|\\bwhat(?: is|\'s) the latest(?: on| about)?|\\bany news (?:on|about)',
    ),
  },
  {
    kind: 'why',
    expects: 'reason',
    pattern: cue(
      '^\\W*why\\b(?: (?:is|are|was|were|does|do|did|has|have|had))?|\\bwhy\\b|\\bhow come\\b|\\bwhat (?:is|are|was|were) the reasons?(?: for| why| behind)?|\\bfor what reasons?|\\breasons? (?:for|why|behind)',
    ),
  },
  {
    kind: 'compare',
    expects: 'statement',
    pattern: cue(
      '\\bcompared?\\b(?: to| with)?|\\bcomparison\\b(?: of| between)?|\\b(?:what (?:is|are) the )?differences? between|\\bhow (?:does|do|did|is|are) .{1,60}? differ(?:ent)?(?: from)?|\\bversus\\b|\\bvs\\.?(?= )',
    ),
  },
  {
    kind: 'what',
    expects: 'remark',
    pattern: cue(
      `\\bwhat (?:did|does|do|has|have)\\b(?=.{1,80}\\b${SAY}\\b)|\\b(?=${SAY}\\b)(?<=\\bwhat (?:did|does|do|has|have)\\b.{1,80})${SAY}\\b(?: about| on| of)?`,
    ),
  },
  {
    kind: 'how-much',
    expects: 'duration',
    pattern: cue(
      `\\bhow long\\b(?: (?:is|are|was|were|does|do|did|has|have|will))?|\\bhow many (?<unit>${UNIT_OF_TIME})\\b|\\bduration(?: of)?`,
    ),
  },
  {
    kind: 'how-much',
    expects: 'percentage',
    pattern: cue(
      '\\b(?:what|which) (?:percentage|percent|share|proportion|fraction)(?: of)?|\\bhow many percent\\b|\\bby how much\\b|\\b(?:rate|percentage)\\W*$',
    ),
  },
  {
    kind: 'how-much',
    expects: 'money',
    pattern: cue(
      '\\bhow much (?:money|did .{1,50}? (?:cost|pay|earn|spend|invest|make|raise)|does .{1,50}? cost|(?:revenue|profit|funding|investment))|\\bwhat (?:is|are|was|were) (?:the )?(?:.{1,40}? )?(?=(?:revenue|profit|price|cost|budget|value|salary|net worth|market cap|box office|earnings|income|prize money)\\b)',
    ),
  },
  {
    kind: 'how-many',
    expects: 'count',
    pattern: cue(
      '\\b(?:how many|(?:what (?:is|was) the )?(?:total )?number of)(?= (?<unit>[a-z-]+))|\\bhow often\\b',
    ),
  },
  {
    kind: 'how-much',
    expects: 'quantity',
    pattern: cue(
      '\\bhow (?:much|big|large|tall|high|far|deep|fast|heavy|wide|old|strong|loud|hot|cold)\\b|\\b(?:magnitude|height|length|distance|population|weight|speed|area)\\W*$',
    ),
  },
  {
    kind: 'when',
    expects: 'date',
    pattern: cue(
      '\\bwhen\\b(?: (?:is|are|was|were|does|do|did|has|have|will))?|\\b(?:on |in )?(?:what|which) (?:date|day|year|month|time)(?: (?:is|are|was|were|does|do|did|has|have|will))?|\\bwhat (?:is|was) the (?:release |premiere |opening |start |launch )?date(?: of| for)?|\\b(?:date|time|release date)\\W*$',
    ),
  },
  {
    kind: 'list',
    expects: 'place',
    many: true,
    pattern: cue(
      '\\b(?:which|what|list(?: the| all)?|name(?: the| all)?)(?= (?:\\w+ ){0,2}?(?:countries|cities|nations|states|provinces|regions|places|venues|towns|capitals)\\b)',
    ),
  },
  {
    kind: 'list',
    expects: 'person',
    many: true,
    pattern: cue(
      `\\b(?:which|what|list(?: the| all)?|name(?: the| all)?)(?= (?:\\w+ ){0,2}?${PEOPLE}\\b)|\\bwho (?:are|were)(?: the| all)?\\b`,
    ),
  },
  {
    kind: 'which',
    expects: 'place',
    pattern: cue(`\\b(?:in |at |from |to )?(?:which|what)(?= (?:\\w+ ){0,1}?${PLACE}\\b)`),
  },
  {
    kind: 'where',
    expects: 'place',
    pattern: cue(
      '\\bwhere\\b(?: (?:is|are|was|were|does|do|did|has|have|will))?|\\b(?:what (?:is|was) the )?(?:location|venue|place|site|host city)(?: of)?\\W*$|\\bwhat (?:is|was) the (?:location|venue|host city)(?: of| for)?',
    ),
  },
  {
    kind: 'who',
    expects: 'person',
    pattern: cue(
      `\\b(?:who|whom|whose)\\b(?: (?:is|are|was|were|will|has|have|did|do|does))?(?: the)?|\\b(?:which|what)(?= (?:\\w+ )?${PERSON}\\b)|\\bwhat (?:is|was) the name of the(?= (?:\\w+ )?${PERSON}\\b)`,
    ),
  },
  {
    kind: 'list',
    expects: 'statement',
    many: true,
    pattern: cue(
      '^\\W*(?:please )?(?:list|name|enumerate)\\b(?: the| all)?|\\bwhat (?:are|were) (?:the|some)(?= (?:\\w+ ){0,3}?\\w+s\\b)|\\bwhich (?=(?:\\w+ ){0,2}?(?:\\w{3,}[^s\\W]s) (?:are|were|have|did|do|will)\\b)',
    ),
  },
  {
    kind: 'how',
    expects: 'statement',
    pattern: cue(
      '\\bhow\\b(?: (?:is|are|was|were|does|do|did|has|have|can|could|should|will|would|to))?',
    ),
  },
  {
    kind: 'which',
    expects: 'name',
    pattern: cue(
      '\\bwhich\\b|\\bwhat (?=(?:movie|film|book|song|team|company|organi[sz]ation|party|treaty|agreement|model|product|brand|award|language|newspaper|school|university|competition|game|show|series)\\b)|\\bwhat (?:is|was|are|were) (?:the )?names?(?: of)?(?: the)?|\\bwhat (?:is|was) .{1,60}? (?:called|named)\\b',
    ),
  },
  {
    kind: 'yes-no',
    expects: 'polarity',
    pattern: cue(
      "^\\W*(?:is|are|was|were|does|do|did|has|have|had|can|could|will|would|should|may|might)(?:n't)?\\b|\\bwhether\\b",
    ),
  },
  {
    kind: 'what',
    expects: 'statement',
    pattern: cue(
      "\\bwhat\\b(?:'s| (?:is|are|was|were|does|do|did|has|have|kind of|type of|sort of))?(?: the)?",
    ),
  },
];

/** The newest statement is asked for. */
export const ENGLISH_LATEST =
  /\b(?:latest|newest|most recent|recently|currently|current|right now|so far|to date)\b/iu;
