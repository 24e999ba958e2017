/**
 * English words whose inflected forms no suffix rule leads back: each line of forms follows its
 * base. Forms that are more often another word (left, found, saw, lay, bore, wound) are left out:
 * a stem that joins two words costs more than one that parts two forms.
 */
const FORMS = `
arise arose arisen, awake awoke awoken, bear borne, beat beaten, become became, begin began begun, bend bent,
bite bitten, blow blew blown, break broke broken, breed bred, bring brought, build built, buy bought, catch caught,
choose chose chosen, cling clung, come came, creep crept, deal dealt, die died dies dying, dig dug, draw drew drawn,
drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought,
flee fled, fly flew flown, forbid forbade forbidden, foresee foresaw foreseen, forget forgot forgotten,
forgive forgave forgiven, freeze froze frozen, get got gotten, give gave given, go went gone, grow grew grown,
hang hung, hear heard, hide hid hidden, hold held, keep kept, know knew known, lead led, lend lent, lie lying,
lose lost, make made, mean meant, meet met, mislead misled, mistake mistook mistaken,
outgrow outgrew outgrown, overcome overcame, oversee oversaw overseen, overtake overtook overtaken,
overthrow overthrew overthrown, pay paid, prove proven, rebuild rebuilt, repay repaid, ride rode ridden, ring rang rung,
rise rose risen, run ran, see seen, seek sought, sell sold, send sent, shake shook shaken, shoot shot, show shown,
shrink shrank shrunk, sing sang sung, sink sank sunk, sit sat, sleep slept, slide slid, speak spoke spoken,
spend spent, spring sprang sprung, stand stood, steal stole stolen, stick stuck, strike struck stricken, strive strove striven,
swear swore sworn, sweep swept, swell swollen, swim swam swum, swing swung, take took taken, teach taught, tear tore torn,
tell told, think thought, throw threw thrown, tie tied ties tying, undergo underwent undergone,
understand understood, undertake undertook undertaken, uphold upheld, wake woke woken, wear wore worn, weave wove woven,
win won, withdraw withdrew withdrawn, withhold withheld, withstand withstood, write wrote written,
rewrite rewrote rewritten,
man men, woman women, child children, foot feet, tooth teeth, goose geese, mouse mice, wife wives, half halves,
wolf wolves, knife knives, thief thieves, crisis crises, hypothesis hypotheses, thesis theses, criterion criteria,
phenomenon phenomena, nucleus nuclei, fungus fungi, larva larvae, alumnus alumni, vertebra vertebrae
`;

const BASES: ReadonlyMap<string, string> = new Map(
  FORMS.split(',').flatMap((line) => {
    const [base = '', ...forms] = line.trim().split(/\s+/u);
    return forms.map((form): [string, string] => [form, base]);
  }),
);

/**
 * The base form of an irregularly inflected English word (`died` → `die`, `children` → `child`);
 * other words as they are.
 * @param word lower case
 */
export function regularForm(word: string): string {
  return BASES.get(word) ?? word;
}
