import type { WordClasses } from '../question-rule.ts';

const list = (words: string) => words.trim().split(/\s+/u).join('|').replaceAll('_', ' ');

/** Classes of English words that the rules of asking are written with. */
export const ENGLISH_CLASSES: WordClasses = {
  end: '(?=\\W*$)',
  aux: list('is are was were does do did has have had will would can could should may might'),
  /** Up to four words between a word that asks and its noun. */
  mod: "(?:(?!(?:is|are|was|were|does|do|did|has|have|had|will|would|can|could|of)\\b)[\\p{L}\\p{N}'’.-]+ ){0,4}?",
  place:
    list(`city cities country countries nation nations state states province provinces town towns place places region regions
    location continent capital capitals road street island village district`),
  places: list('countries cities nations states provinces regions places venues towns capitals'),
  venue: list(
    'venue venues stadium hall theatre theater hotel arena center centre museum airport building park',
  ),
  person:
    list(`director author writer actor actress president ceo chairman chairperson chair minister prime_minister premier mayor
    governor coach captain founder spokesperson spokesman spokeswoman star lead_actor lead_actress host leader ambassador king queen
    pope suspect secretary-general player teacher winner reporter journalist expert scholar scientist lawyer judge singer guy man woman
    person owner boss`),
  people:
    list(`people persons directors authors actors ministers leaders players officials presidents politicians writers founders
    stars speakers guests experts scientists`),
  role: list('post position job rank title role occupation office profession'),
  say: list(
    'say said says think thinks comment commented claim claimed promise promised tell told argue argued report_about mention mentioned explain explained',
  ),
  unitOfTime: '(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?)',
  money:
    list(`revenue revenues profit profits funding investment price prices cost costs budget salary worth cap box_office earnings income
    prize fine fines fee fees compensation damage losses loss money cash debt turnover wage wages rent ticket tickets fare`),
  share: list('percentage percent share proportion fraction rate ratio'),
  amount: list(
    'magnitude height length distance population weight speed area temperature depth size capacity output volume age',
  ),
  dated: list('date dates day days year month time week'),
  reason: list('reason reasons cause causes motive motives'),
  thing:
    `movie film book song team company organi[sz]ation party treaty agreement model product brand award language newspaper school
    university competition game show series bank airline ship vessel firm`
      .trim()
      .split(/\s+/u)
      .join('|'),
};
