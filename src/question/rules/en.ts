import { type CompiledRule, compileRules, type QuestionRule } from '../question-rule.ts';
import { ENGLISH_CLASSES } from './word-classes-en.ts';

/** Ways of asking in English, the more telling first. */
export const ENGLISH_RULES: readonly QuestionRule[] = [
  {
    id: 'help',
    kind: 'what',
    expects: 'statement',
    request: 'help',
    pattern:
      '^\\W*(?:hi|hello|hey|good (?:morning|afternoon|evening)|thanks?(?: you)?|help(?: me)?|(?:so )?(?:who are you|what are you|what(?: all)? can (?:you|i|this)(?: \\w+)?(?: you| here)?|what do you do|how do (?:i|you) (?:use this|use you|work)|how does this work))(?: there)?\\W*$',
    examples: ['hello', 'What can you do?', 'Hi there!', 'who are you', 'How does this work?'],
    not: ['What can solar panels do?', 'Hello Kitty park opening date'],
  },
  {
    id: 'newest',
    kind: 'what',
    expects: 'statement',
    request: 'newest',
    pattern:
      "^\\W*(?=\\w)(?:(?:what(?:'s| is| are)?|any|show(?: me)?|tell me|give me|is there any) )?(?:the )?(?:latest|newest|recent|new|top|today's)?\\s*(?:news|headlines?|stories)(?: today| now| lately| please)?\\W*$|^\\W*what(?:'s| is) (?:new|going on|happening)(?: today| now| lately)?\\W*$",
    examples: ['latest news', "What's new?", 'any news', 'show me the latest headlines'],
    not: ['latest news on the ferry strike', 'any news about the merger'],
  },
  {
    id: 'timeline',
    kind: 'timeline',
    expects: 'statement',
    pattern: '\\b(?:timeline|chronology|sequence of events)(?: of| for)?\\b',
    examples: ['timeline of the strike', 'Give me a chronology of the talks'],
    not: ['When did the strike end?'],
  },
  {
    id: 'day',
    kind: 'list',
    expects: 'statement',
    request: 'day',
    many: true,
    pattern:
      '\\bwhat (?:all |else )?(?:has |had )?(?:happened|took place|was going on|occurred)(?=(?: \\w+){0,6}? (?:on|in|during|at|last|this|yesterday|today|over)\\b|\\W*$)|\\bwhat (?:was|were) (?:reported|the (?:news|headlines|events))(?= (?:on|in|during|last|this|yesterday|today)\\b)',
    examples: [
      'What happened on 3 March?',
      'what took place last week',
      'What was reported on August 9?',
    ],
    not: ['What happened to the mayor?', 'What happens next?'],
  },
  {
    id: 'summary',
    kind: 'summary',
    expects: 'statement',
    pattern:
      '\\bwhat (?:does|do|did) (?=[“"‘《][^”"’》]+[”"’》] (?:report|say|cover|describe)\\b)|(?<=[”"’》] )(?:report|say|cover|describe)\\b|\\b(?:summari[sz]e|give (?:me )?an? (?:brief )?(?:summary|overview) of|(?:brief )?(?:summary|overview) of|^\\W*(?:brief )?(?:summary|overview)\\b|sum up|brief me on)\\b|\\bwhat (?:has )?happened (?=with|in the|during the)|\\bwhat (?:is|are) the (?:main|key|core) points?(?: of)?|\\bwhat(?: is|\'s) the latest(?: news)?(?: on| about)|\\b(?:any|latest) news (?:on|about)',
    examples: [
      'Summarize the summit',
      'any news on the merger',
      'What are the key points of the plan?',
    ],
    not: ['What does “zero waste” mean?', 'What did the summary judgment say?'],
  },
  {
    id: 'reason',
    kind: 'why',
    expects: 'reason',
    pattern:
      "^\\W*why\\b(?: {aux})?|\\bwhy\\b|\\bhow come\\b|\\bwhat (?:\\w+ ){0,2}?(?:caused|causes|led to|prompted|triggered|sparked|started|may have (?:caused|started))\\b|\\bwhat (?:is|are|was|were) (?:the )?(?:\\w+ )?{reason}(?: for| why| behind| of)?\\b|\\bfor what {reason}|\\b{reason} (?:for|why|behind)|\\bwhat(?: is|'s| was) the point of\\b",
    examples: [
      'Why did the talks fail?',
      'What caused the blackout?',
      'How come the bridge is closed?',
      'What was the main reason for the delay?',
    ],
    not: ['What is causal inference?', 'Who caused the crash?'],
  },
  {
    id: 'compare',
    kind: 'compare',
    expects: 'statement',
    pattern:
      "\\bcompared?\\b(?: to| with)?|\\bcomparison\\b(?: of| between)?|\\b(?:what (?:is|are|'s) the )?(?:differences?|similarit(?:y|ies)) between|\\bhow (?:does|do|did|is|are) .{1,60}? differ(?:ent)?(?: from)?|\\bversus\\b|\\bvs\\.?(?= )|\\bwhat (?:is|'s) the difference\\b|\\bhave in common\\b|\\bwhich (?:\\w+ )?(?:came|comes|was|is|started|opened|happened) (?:first|earlier|later|bigger|larger|smaller|older|newer|faster|more|cheaper)\\b",
    examples: [
      'What is the difference between the two plans?',
      'rail vs road, which is cleaner',
      'Which came first, the strike or the storm?',
      'what do the two banks have in common',
    ],
    not: ['Which bank failed?', 'What happened first?'],
  },
  {
    id: 'role',
    kind: 'what',
    expects: 'role',
    pattern:
      "\\b(?:what|which) {mod}(?:{role})(?= (?:does|do|did|is|was|has|have|had|will)\\b)|\\b(?:what|which) (?:is|was)(?:n't)? [^?]{1,60}?(?:'s|’s|s’) {mod}(?:{role})\\b|\\bwhat (?:is|was) the (?:{role}) of\\b|[-–—:,] (?:{role})(?: and (?:{role}))*{end}|\\bwhat does .{2,60}? do(?: for a living| for work)?{end}",
    examples: [
      'What post does Ana Ruiz hold?',
      'Which position did Lee have?',
      "What is Okafor's job?",
      'Maria Lopez - rank and job',
      'What does Dr Chen do for a living?',
    ],
    not: ['Who holds the post?', 'How many jobs were lost?'],
  },
  {
    id: 'definition',
    kind: 'what',
    expects: 'definition',
    pattern:
      '\\bwhat (?:does|do|did) (?=.{1,60}? (?:mean|stand for|refer to)\\b)|(?=(?:mean|stand for|refer to)\\b)(?<=\\bwhat (?:does|do|did) .{1,60}? )(?:mean|stand for|refer to)(?: exactly)?|\\b(?:meaning|definition) of\\b|^\\W*define\\b|^\\W*what(?:\'s| is| are| exactly is) (?!(?:the|a|an|his|her|their|its|this|that)\\b)(?![^?]*(?:[\'’]s\\b|\\b(?:in|on|at|during|after|before|of)\\b))(?=["“‘]?(?:[\\p{L}\\d+-]+["”’]?\\s*){1,4}(?:according to .{1,60})?\\W*$)|\\bwhat (?:is|are|was) (?=.{1,80} for\\W*$)|(?=for{end})(?<=\\bwhat (?:is|are|was) .{1,80} )for|\\bwhat is it for\\b|\\bwhat kind of (?:organi[sz]ation|group|thing|body) is',
    examples: [
      'What does “carbon sink” mean?',
      'What is OPEC?',
      'define green finance',
      'the new training centre, what is it for?',
      'What is a bond yield for?',
    ],
    not: ['What is the capital of the province?', 'What is the theme of the fair?'],
  },
  {
    id: 'remark',
    kind: 'what',
    expects: 'remark',
    pattern:
      "\\bwhat (?:did|does|do|has|have|had|was)\\b(?=.{1,80}\\b(?:{say})\\b)|(?=\\b(?:{say})\\b)(?<=\\bwhat (?:did|does|do|has|have|had)\\b.{1,80})(?:{say})\\b(?: about| on| of)?|\\bwhat (?:is|was|are) (?:the )?(?:[\\p{L}'’-]+ ){0,4}?(?:view|views|stance|opinion|position|reaction|response)s? (?:on|of|about|to)\\b|\\bhow (?:did|does|do) .{1,60}? (?:react|respond|see|view)\\b(?: to)?",
    examples: [
      'What did the minister say about trade?',
      'How did the union react to the offer?',
      "What is the mayor's view on tolls?",
    ],
    not: ['Who said it?', 'What position does Ana Ruiz hold?'],
  },
  {
    id: 'age',
    kind: 'how-much',
    expects: 'quantity',
    units: ['岁', 'year', 'aged', 'old'],
    pattern:
      '\\b(?:how old|what age)\\b(?: (?:is|are|was|were))?(?!.*\\b(?:organi[sz]ation|company|bank|club|building|bridge|sco)\\b)',
    examples: ['How old is the new mayor?', 'What age was she when she won?'],
    not: ['How old is the bank?', 'How long did she serve?'],
  },
  {
    id: 'duration',
    kind: 'how-much',
    expects: 'duration',
    pattern:
      '\\bhow long\\b(?: (?:is|are|was|were|does|do|did|has|have|will))?(?! (?:the )?(?:bridge|tunnel|road|line|river))|\\bhow many (?:more |full |working )?(?<unit>{unitOfTime})\\b|\\bduration(?: of)?|\\bhow old\\b(?=.*\\b(?:years?|organi[sz]ation|company|bank|club|sco)\\b)',
    examples: [
      'How long did the talks last?',
      'how many days did the fair run',
      'duration of the flight',
    ],
    not: ['How often does it run?', 'How many daily flights are there?'],
  },
  {
    id: 'percentage',
    kind: 'how-much',
    expects: 'percentage',
    pattern:
      '\\b(?:what|which) {mod}(?:{share})(?: of)?\\b|\\bhow many percent\\b|\\bby how much\\b|\\b(?:rate|percentage){end}|^\\W*(?:share|percentage|proportion) of\\b',
    examples: [
      'What share of voters turned out?',
      'By how much did rents rise?',
      'percentage of women on the board',
    ],
    not: ['How much did rents cost?', 'Which shares fell?'],
  },
  {
    id: 'money',
    kind: 'how-much',
    expects: 'money',
    pattern:
      "\\bhow much (?:more )?(?:money|(?=(?:is|are|was|were) )|(?={mod}(?:{money})\\b)|(?=(?:did|does|do|will|was|has|have|had|would) .{1,70}?\\b(?:cost|costs|pay|paid|earn|earned|spend|spent|invest|invested|investing|make|made|raise|raised|sell|sold|charge|fined|lose|lost|get back|donate|worth)\\b))|\\bwhat (?:(?:is|are|was|were) (?:the )?(?:[\\p{L}\\p{N}'’-]+ ){0,6}?|{mod})(?=(?:{money})\\b)|\\bwhat (?:do|does|did|will|would)(?= .{1,70}?\\bcosts?\\b)",
    examples: [
      'What does a day pass cost?',
      'How much net profit did the bank make?',
      'How much is a day pass?',
      "What was the company's revenue in 2020?",
      'What fine did the zoo pay?',
      'How much did the club spend on players?',
    ],
    not: ['How much rain fell?', 'How much gas does the plant burn?'],
  },
  {
    id: 'count',
    kind: 'how-many',
    expects: 'count',
    pattern:
      '\\b(?:how many|(?:what (?:is|was) the )?(?:total )?number of)(?= (?:more )?(?<unit>[a-z-]+))|\\bhow often\\b|\\bhow many\\b',
    examples: ['How many officials took part?', 'number of exhibitors at the fair'],
    not: ['How many days did it last?', 'Which number won?'],
  },
  {
    id: 'quantity',
    kind: 'how-much',
    expects: 'quantity',
    pattern:
      '\\bhow (?:much|big|large|tall|high|far|deep|fast|heavy|wide|old|strong|loud|hot|cold|long)\\b|\\b(?:{amount}){end}|\\bwhat (?:is|was) the {mod}(?:{amount})\\b',
    examples: ['How tall is the tower?', 'How much rain fell?', 'earthquake magnitude'],
    not: ['How many floors are there?'],
  },
  {
    id: 'ordinal',
    kind: 'which',
    expects: 'ordinal',
    pattern:
      '\\b(?:where|how|what) (?:did|does|do|is|was|were)\\b(?=.{1,60}? rank(?:ed)?\\b)|\\bwhat (?:place|rank)\\b',
    examples: ['Where did the city rank in the survey?', 'What place did the team take?'],
    not: ['Where did they meet?'],
  },
  {
    id: 'date',
    kind: 'when',
    expects: 'date',
    pattern:
      "\\bwhen\\b(?: {aux})?|\\b(?:on |in |at |since )?(?:what|which) (?:\\w+ )?(?:dates?|days?(?= )|years?|months?|time|week)\\b(?: (?:and (?:month|year|day|date)))?(?: {aux})?|\\bwhat(?:'s| is| was) the (?:[\\p{L}-]+ )?date(?: of| for)?|\\b(?:date|time|release date|month and year){end}|\\bhow soon\\b",
    examples: [
      'When was the treaty signed?',
      'on what dates was the fair held',
      'tunnel opening month and year',
      'What time does the match start?',
    ],
    not: ['How long did it last?', 'Which daily paper reported it?'],
  },
  {
    id: 'list-place',
    kind: 'list',
    expects: 'place',
    many: true,
    pattern:
      '\\b(?:from |in )?(?:which|what|list(?: the| all)?|name(?: the| all)?)(?= (?:\\w+ ){0,2}?(?:{places})\\b)',
    examples: ['Which countries attended?', 'list the cities on the route'],
    not: ['Which country won?'],
  },
  {
    id: 'list-person',
    kind: 'list',
    expects: 'person',
    many: true,
    pattern:
      '\\b(?:which|what|list(?: the| all)?|name(?: the| all)?)(?= (?:\\w+ ){0,2}?(?:{people})\\b)|\\bwho (?:are|were)(?: the| all)?\\b|\\bwho all\\b|\\bwho (?=met whom|met who)',
    examples: ['list the people who spoke', 'Who were the guests?', 'Which ministers signed?'],
    not: ['Who spoke first?'],
  },
  {
    id: 'which-venue',
    kind: 'where',
    expects: 'venue',
    pattern: '\\b(?:in |at |from |to )?(?:which|what)(?= (?:[\\p{L}-]+ ){0,2}?(?:{venue})\\b)',
    examples: ['At which venue did the forum open?', 'in what concert hall did she play'],
    not: ['In which city did it open?'],
  },
  {
    id: 'which-place',
    kind: 'which',
    expects: 'place',
    pattern: '\\b(?:in |at |from |to |on )?(?:which|what)(?= (?:\\w+ ){0,1}?(?:{place})\\b)',
    examples: ['In which city did the forum open?', 'what country is he from'],
    not: ['Which venue was it?', 'Which treaty was signed?'],
  },
  {
    id: 'where',
    kind: 'where',
    expects: 'place',
    pattern:
      '\\bwhere\\b(?: {aux})?|\\b(?:what (?:is|was) the )?(?:location|venue|place|site|host city)(?: of)?{end}|\\bwhat (?:is|was) the (?:location|venue|host city)(?: of| for)?',
    examples: [
      'Where did the summit open?',
      'Olympic Games 2032 location',
      'World Expo 2030 venue',
    ],
    not: ['What place did the team take?'],
  },
  {
    id: 'identity',
    kind: 'who',
    expects: 'identity',
    pattern:
      "^\\W*(?:who(?:'s| is| was|s)|tell me (?:more )?about|what do we know about|what(?:'s| is) known about) (?!(?:the|a|an|his|her|their|its|this|that|in|on|at|behind|against|to)\\b|\\p{L}+ed\\b|[^?]*\\b(?:in|on|at|of|for|by|from|to|with|that|who|which|and)\\b|(?:{person})\\b)(?=(?:[\\p{L}.'’-]+\\s*){1,4}\\W*$)",
    examples: ["Who's Priya Nair?", 'Who is Okonkwo?', 'tell me about Lena Ström'],
    not: [
      'Who is the director of the museum?',
      'Who was arrested in Lagos?',
      'Who met Priya Nair?',
    ],
  },
  {
    id: 'who',
    kind: 'who',
    expects: 'person',
    pattern:
      "\\b(?:who|whom|whose)(?:'s|s)?\\b(?: (?:is|are|was|were|will|has|have|did|do|does))?(?: the)?|\\b(?:which|what)(?= (?:\\w+ ){0,2}?(?:{person})\\b)|\\bwhat(?:'s|s| is| was) the (?:full )?name of the(?= (?:\\w+ ){0,2}?(?:{person})\\b)",
    examples: [
      'Who chaired the meeting?',
      'whats the name of the guy who filed the suit',
      'Which minister resigned?',
    ],
    not: ['Who were the guests?', 'What post does she hold?'],
  },
  {
    id: 'list',
    kind: 'list',
    expects: 'enumeration',
    many: true,
    typedByNoun: true,
    pattern:
      '^\\W*(?:please )?(?:list|name|enumerate)\\b(?: the| all)?|\\bwhat (?:are|were) (?:the|some)?(?=(?: [\\p{L}"“”‘’\'-]+){1,4}?s\\b)|\\b(?:which|what) (?=(?:\\w+ ){0,3}?(?:\\w{3,}[^s\\W]s) (?:are|were|have|did|do|will|does|should|can)\\b)|\\b(?:which|what) (?=(?:two|three|four|five|six|seven|\\d+) )',
    examples: [
      'List the new routes',
      'What are the four pillars of the plan?',
      'Which gatherings were held in May?',
    ],
    not: ['What was the theme?', 'Which treaty did they sign?'],
  },
  {
    id: 'how',
    kind: 'how',
    expects: 'statement',
    pattern:
      '\\bhow\\b(?: (?:is|are|was|were|does|do|did|has|have|can|could|should|will|would|to))?',
    examples: ['How does the council take decisions?', 'How has the port grown?'],
    not: ['How many ships are there?', 'How come it closed?'],
  },
  {
    id: 'which',
    kind: 'which',
    expects: 'name',
    typedByNoun: true,
    pattern:
      "\\bwhich\\b|\\bwhat (?=(?:\\w+ )?(?:{thing})\\b)|\\bwhat(?: is|'s| was| are| were) (?:the )?(?:full )?names?(?: of)?(?: the)?|\\bwhat (?:is|was) .{1,60}? (?:called|named)\\b",
    examples: [
      'Which treaty did they sign?',
      'What company won the tender?',
      'What is the new ship called?',
    ],
    not: ['Which city won?', 'What did the company say?'],
  },
  {
    id: 'yes-no',
    kind: 'yes-no',
    expects: 'polarity',
    pattern:
      "^\\W*(?:(?:and|so|but|i (?:assumed|thought|heard) .{1,120}?[-–—,:;.]) ?)?(?:is|are|was|were|does|do|did|has|have|had|can|could|will|would|should|may|might)(?:n't)?\\b|\\bwhether\\b|[,-] (?:right|correct|true)\\?*{end}|\\b(?:isn't|wasn't|didn't|doesn't) (?:it|he|she|they)\\W*$",
    examples: ['Did the ministers meet?', 'The bridge is open, right?', "Isn't the plant closed?"],
    not: ['What did the ministers do?'],
  },
  {
    id: 'what',
    kind: 'what',
    expects: 'statement',
    typedByNoun: true,
    pattern:
      "\\bwhat\\b(?:'s| (?:is|are|was|were|does|do|did|has|have|kind of|type of|sort of))?(?: the)?",
    examples: ['What did the council decide?', 'What is the new rule on parking in June 2024?'],
    not: ['Why did it decide so?'],
  },
  {
    id: 'on-topic',
    kind: 'what',
    expects: 'remark',
    pattern: '(?<=^\\p{Lu}\\p{L}+ (?:\\p{Lu}\\p{L}+ )?)on(?= \\p{L}+(?: (?:and|or) \\p{L}+)?\\W*$)',
    examples: ['Mary Okafor on tariffs and trade?'],
    not: ['What did Mary Okafor say on tariffs?'],
  },
];

/** The same, ready to be matched. */
export const COMPILED_ENGLISH_RULES: readonly CompiledRule[] = compileRules(
  ENGLISH_RULES,
  ENGLISH_CLASSES,
);
