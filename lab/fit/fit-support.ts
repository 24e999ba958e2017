/**
 * Fits the weights of `src/answer/check/support-weights.ts`: how likely the quotes of a sentence hold it, by what of
 * it they leave unsaid, where no rule finds anything.
 *
 *   npx tsx lab/fit/fit-support.ts BENCH FILE…    the folder of collections that `lab/fit/data/README.md` names, and
 *                                                 claims in the form of `npm run evaluate -- --claims`
 *
 * Learns from the claims of `lab/fit/data`, from sentences of parallel texts, from falsehoods made from both, and
 * from the files. Prints how often each rule is wrong, the figures of each collection judged by weights that were
 * learnt from the others, and the file of weights.
 */
import { readFile } from 'node:fs/promises';
import { FEATURE_NAMES } from '../../src/answer/check/support-features.ts';
import { type Finding, RULE_IDS } from '../../src/answer/check/support-model.ts';
import { QuoteChooser } from '../../src/answer/model/choose-quote.ts';
import { composeAnswerTools } from '../../src/app/compose-answers.ts';
import { composeLanguage } from '../../src/app/compose-models.ts';
import { detectLanguage } from '../../src/language/characters/language.ts';
import { evaluateClaims, parseClaims } from '../evaluate/claims.ts';
import { type MaterialClaim, readMaterial } from './claim-material.ts';
import { distortClaim } from './distort-claim.ts';
import {
  type Coefficients,
  type Example,
  fitLogistic,
  probability,
} from './logistic-regression.ts';

/** How strongly the weights of `FEATURE_NAMES` are drawn to zero. */
const RIDGE = 2;
/** What sentences of parallel texts and falsehoods made by program count beside written ones. */
const MADE_WEIGHT = 0.1;
/** Falsehoods made by program that the features can see at all. */
const LEARNT_KINDS = new Set(['entity', 'addition']);
/** Of the parallel sentences, one in so many. */
const PARALLEL_STEP = 4;
const HARD_KINDS = new Set(['number', 'date', 'name', 'place', 'negation', 'quote']);
/** Share of true sentences that must be supported: of honest answers three in four shall carry no mark. */
const TRUE_SUPPORTED = 0.84;
/** Thresholds that are tried, and the one below which nothing is held. */
const THRESHOLDS = Array.from({ length: 30 }, (_, i) => 0.15 + 0.02 * i);
const PARTLY = 0.15;

interface Judged extends Example {
  readonly collection: MaterialClaim['collection'];
  readonly kind: string;
  readonly isWritten: boolean;
  readonly findings: readonly Finding[];
}

const [bench, ...files] = process.argv.slice(2);
if (bench === undefined) throw new Error('Expected the folder of collections. Name it.');
const { checker, ...tools } = composeAnswerTools(await composeLanguage({ dictionaryPath: null }));
let seed = 1;
const draw = (limit: number) => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor((seed / 2147483648) * limit);
};

const judged = await judgeAll(await readAll(bench));
const written = judged.filter(({ isWritten }) => isWritten);
printRules();
const collections = [...new Set(written.map(({ collection }) => collection))];
const learnt = judged.filter(
  ({ isWritten, isTrue, kind, findings }) =>
    findings.length === 0 && (isWritten || isTrue || LEARNT_KINDS.has(kind)),
);
const blind = new Map<Judged, number>();
for (const collection of collections) {
  const fitted = weigh(learnt.filter((one) => one.collection !== collection));
  for (const one of written.filter((other) => other.collection === collection)) {
    blind.set(one, probability(fitted, one.features));
  }
}
const threshold = Math.max(
  ...THRESHOLDS.filter((at) => figures(written, at).trueSupported >= TRUE_SUPPORTED),
);
for (const collection of [...collections, null]) {
  const some = written.filter((one) => collection === null || one.collection === collection);
  console.error(collection ?? 'all', JSON.stringify(figures(some, threshold)));
}
const [bias = 0, ...weights] = weigh(learnt);
console.log(
  [
    "import type { FEATURE_NAMES } from './support-features.ts';",
    '',
    '/** Fitted by `lab/fit/fit-support.ts`, whose first lines say on what; so are the thresholds of the verdicts. */',
    `export const SUPPORTED = ${Number(threshold.toFixed(2))};`,
    `export const PARTLY = ${PARTLY};`,
    `export const BIAS = ${Number(bias.toFixed(2))};`,
    'export const WEIGHTS: Readonly<Record<(typeof FEATURE_NAMES)[number], number>> = {',
    ...FEATURE_NAMES.map((name, i) => `  ${name}: ${Number((weights[i] ?? 0).toFixed(2))},`),
    '};',
  ].join('\n'),
);

async function readAll(folder: string): Promise<MaterialClaim[]> {
  const material = await readMaterial(folder, 'seeds/shanghai-spirit.txt');
  const prose = await Promise.all(
    files.map(async (path) => parseClaims(await readFile(path, 'utf8'), path)),
  );
  return [
    ...material.filter(({ isWritten }, i) => isWritten || i % PARALLEL_STEP === 0),
    ...prose.flat().map((claim) => ({ ...claim, collection: 'prose' as const, isWritten: true })),
  ];
}

async function judgeAll(claims: readonly MaterialClaim[]): Promise<Judged[]> {
  const found: Judged[] = [];
  const donors = claims
    .filter(({ supported }) => supported)
    .map(({ question, claim }) => ({ question, sentence: checker.readClaim(claim, null) }));
  // Only the prose was written with other passages at hand than those that it cites.
  const groups = new Map<string, MaterialClaim[]>();
  for (const claim of claims) {
    const key = claim.collection === 'prose' ? `prose ${claim.question}` : claim.id;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  for (const group of groups.values()) {
    await evaluateClaims(group, (asked, cited, others) => {
      const claim = group.find(({ id }) => id === asked.id);
      if (claim === undefined) return null;
      const judge = (text: string, kind: string | null, isWritten: boolean) => {
        const chooser = new QuoteChooser({ ...tools, checker }, detectLanguage(text));
        const { spans } = chooser.choose(text, cited, others);
        if (spans.length === 0) return;
        const reference = cited[0]?.article.publishedAt ?? null;
        const reading = checker.read(checker.readClaim(text, reference), spans);
        const { findings, features } = checker.judge(reading);
        found.push({
          collection: claim.collection,
          kind: kind ?? 'true',
          isWritten,
          findings,
          features: FEATURE_NAMES.map((name) => features[name]),
          isTrue: kind === null,
          weight: isWritten ? 1 : MADE_WEIGHT,
        });
      };
      judge(claim.claim, claim.changed ?? (claim.supported ? null : 'other'), claim.isWritten);
      if (!claim.supported) return null;
      const own = checker.readClaim(claim.claim, null);
      const foreign = donors.filter(
        ({ question, sentence }) =>
          question !== claim.question && sentence.language === own.language,
      );
      const donor = foreign[draw(foreign.length)];
      if (donor === undefined) return null;
      for (const { text, kind } of distortClaim(own, donor.sentence, draw)) {
        if (claim.isWritten || draw(2) === 0) judge(text, kind, false);
      }
      return null;
    });
  }
  return found;
}

/** Weights by which true and false sentences count the same in all. */
function weigh(examples: readonly Judged[]): Coefficients {
  const sum = (isTrue: boolean) =>
    examples.reduce((total, one) => (one.isTrue === isTrue ? total + one.weight : total), 0);
  const half = (sum(true) + sum(false)) / 2;
  const shares = { true: half / sum(true), false: half / sum(false) };
  return fitLogistic(
    examples.map((one) => ({ ...one, weight: one.weight * shares[`${one.isTrue}`] })),
    RIDGE,
  );
}

function figures(some: readonly Judged[], at: number) {
  const isPassed = (one: Judged) => (blind.get(one) ?? 0) >= at && one.findings.length === 0;
  const [truth, lies] = [some.filter(({ isTrue }) => isTrue), some.filter(({ isTrue }) => !isTrue)];
  const share = (part: readonly Judged[], whole: readonly Judged[]) =>
    Number((part.length / Math.max(1, whole.length)).toFixed(3));
  const caught = (hard: boolean) => {
    const ofKind = lies.filter(({ kind }) => HARD_KINDS.has(kind) === hard);
    return share(
      ofKind.filter((one) => !isPassed(one)),
      ofKind,
    );
  };
  const [right, wrong] = [truth.filter(isPassed).length, lies.filter(isPassed).length];
  const missed = truth.length - right;
  const found = lies.length - wrong;
  const f1 = (hits: number) => (2 * hits) / Math.max(1, 2 * hits + wrong + missed);
  return {
    true: truth.length,
    false: lies.length,
    trueSupported: share(truth.filter(isPassed), truth),
    hardCaught: caught(true),
    softCaught: caught(false),
    macroF1: Number(((f1(right) + f1(found)) / 2).toFixed(3)),
  };
}

function printRules(): void {
  const parallel = judged.filter(({ isTrue, isWritten }) => isTrue && !isWritten);
  for (const id of RULE_IDS) {
    const count = (some: readonly Judged[]) =>
      `${some.filter(({ findings }) => findings.some((one) => one.id === id)).length} of ${some.length}`;
    console.error(
      `${id}: false alarms ${count(written.filter(({ isTrue }) => isTrue))} written,`,
      `${count(parallel)} parallel; caught ${count(written.filter(({ isTrue }) => !isTrue))}`,
    );
  }
}
