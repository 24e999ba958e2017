import { stemEnglish } from '../../language/morphology/stems.ts';

/** English words that news puts for one another; irregular forms beside their verbs. */
const GROUPS = [
  'die dies died dead death deaths kill kills killed killing fatal fatality toll casualty',
  'hurt injure injured injury wounded',
  'buy bought buying acquire acquired acquisition purchase purchased takeover',
  'sell sold selling sale sales',
  'beat beaten defeat defeated',
  'win won winning victory',
  'lose lost losing loss',
  'rise rose risen rising increase increased grow grew grown growth climb climbed surge up raise raised gain',
  'fall fell fallen falling decline declined decrease decreased drop dropped down reduce reduced cut',
  'begin began begun start started open opened launch launched kick',
  'end ended finish finished close closed conclude concluded',
  'meet met meeting talk talks talked summit conference',
  'fire fired dismiss dismissed sack sacked',
  'view viewed regard regarded consider considered see saw seen',
  'chair chaired preside presided host hosted',
  'attend attended join joined participate participated participation',
  'show showed shown showcase showcased display displayed present presented exhibit exhibited',
  'competition contest tournament championship match game',
  'publish published release released issue issued',
  'need needed require required requirement',
  'help helped aid assist assisted assistance support supported',
  'build built construct constructed construction establish established set founded creation created',
  'big large huge major',
  'chief executive ceo head leader',
  'film movie',
  'firm company enterprise corporation business',
  'nation country state',
  'car vehicle automobile',
  'accord agreement pact deal treaty',
  'visit visited trip',
  'arrive arrived reach reached',
  'say said tell told state stated announce announced',
  'rotate rotating turn revolving',
  'rate percentage ratio proportion',
  'produce produced production output manufacture',
];

const GROUP_OF = new Map<string, Set<number>>();
for (const [group, words] of GROUPS.entries()) {
  for (const word of words.split(' ')) {
    const stem = stemEnglish(word);
    GROUP_OF.set(stem, (GROUP_OF.get(stem) ?? new Set()).add(group));
  }
}

/** Whether news puts one of two English stems for the other; for coverage, not for facts. */
export function areNewsSynonyms(first: string, second: string): boolean {
  if (first === second) return true;
  const groups = GROUP_OF.get(first);
  return [...(GROUP_OF.get(second) ?? [])].some((group) => groups?.has(group));
}
