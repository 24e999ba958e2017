/**
 * Fits the weights of `src/answer/check/support-weights.ts`: how likely the quotes of a sentence hold it, by what of
 * it they leave unsaid and by what the rules find wrong.
 *
 *   npx tsx lab/fit/fit-support.ts BENCH      the folder of collections that `lab/fit/data/README.md` names
 *
 * Learns from the claims of `lab/fit/data`, from sentences of parallel texts, and from falsehoods made from both.
 * Prints figures of each collection judged by weights that were learnt from the others (no passage is learnt from
 * and judged), and the file of weights.
 */

import { readFile } from 'node:fs/promises';
import {
  FINDING_IDS,
  INPUT_NAMES,
  inputsOf,
  type verdictOf,
} from '../../src/answer/check/support-model.ts';
import { QuoteChooser } from '../../src/answer/model/choose-quote.ts';
import { composeAnswerTools } from '../../src/app/compose-answers.ts';
import { composeLanguage } from '../../src/app/compose-models.ts';
import { detectLanguage } from '../../src/language/characters/language.ts';
import { evaluateClaims, parseClaims } from '../evaluate/claims.ts';
import { type MaterialClaim, readMaterial } from './claim-material.ts';
import { distortClaim } from './distort-claim.ts';
import { type Example, fitLogistic, probability } from './logistic-regression.ts';

const RIDGE = 3;
/** What sentences of parallel texts and falsehoods made by program count beside written ones. */
const MADE_WEIGHT = 0.25;
/** Of the parallel sentences, one in so many. */
const PARALLEL_STEP = 4;

export interface Judged extends Example {
  readonly id: string;
  readonly collection: MaterialClaim['collection'];
  readonly kind: string;
  readonly isWritten: boolean;
  readonly findings: Parameters<typeof verdictOf>[1];
}

const [bench, ...files] = process.argv.slice(2);
if (bench === undefined) throw new Error('Expected the folder of collections. Name it.');
const tools = composeAnswerTools(await composeLanguage({ dictionaryPath: null }));
let seed = 1;
const draw = (limit: number) => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor((seed / 2147483648) * limit);
};

const prose = await Promise.all(
  files.map(async (path) =>
    parseClaims(await readFile(path, 'utf8'), path).map((claim) => ({
      ...claim,
      collection: 'prose' as const,
      isWritten: true,
    })),
  ),
);
const material = await readMaterial(bench, 'seeds/shanghai-spirit.txt');
const all: MaterialClaim[] = [
  ...material.filter(({ isWritten }, i) => isWritten || i % PARALLEL_STEP === 0),
  ...prose.flat(),
];
const judged: Judged[] = [];
const donors = all
  .filter(({ supported }) => supported)
  .map((claim) => ({ claim, sentence: tools.checker.readClaim(claim.claim, null) }));
for (const claim of all) {
  const own = tools.checker.readClaim(claim.claim, null);
  await evaluateClaims([claim], (_, cited) => {
    const learn = (text: string, kind: string | null, isWritten: boolean) => {
      const { spans } = new QuoteChooser(tools, detectLanguage(text)).choose(text, cited, []);
      if (spans.length === 0) return;
      const reference = cited[0]?.article.publishedAt ?? null;
      const reading = tools.checker.read(tools.checker.readClaim(text, reference), spans);
      const { findings, features } = tools.checker.judge(reading);
      judged.push({
        id: claim.id,
        collection: claim.collection,
        kind: kind ?? 'true',
        isWritten,
        features: inputsOf(features, findings),
        findings,
        isTrue: kind === null,
        weight: isWritten ? 1 : MADE_WEIGHT,
      });
    };
    learn(claim.claim, claim.changed, claim.isWritten);
    if (!claim.supported) return null;
    const others = donors.filter(
      ({ claim: { question }, sentence }) =>
        question !== claim.question && sentence.language === own.language,
    );
    const donor = others[draw(others.length)]?.sentence;
    if (donor === undefined) return null;
    for (const { text, kind } of distortClaim(own, donor, draw)) {
      if (claim.isWritten || draw(2) === 0) learn(text, kind, false);
    }
    return null;
  });
}
if (process.env['ROWS']) {
  const { writeFileSync } = await import('node:fs');
  writeFileSync(process.env['ROWS'], JSON.stringify({ names: INPUT_NAMES, judged }));
}

console.error('finding: false alarms on true sentences, hits on false ones');
for (const id of FINDING_IDS) {
  const share = (some: readonly Judged[]) =>
    `${some.filter(({ findings }) => findings.some((one) => one.id === id)).length}/${some.length}`;
  const written = judged.filter(({ isWritten }) => isWritten);
  console.error(
    `  ${id}: ${share(written.filter(({ isTrue }) => isTrue))} ${share(written.filter(({ isTrue }) => !isTrue))}`,
    `parallel ${share(judged.filter(({ isTrue, isWritten }) => isTrue && !isWritten))}`,
  );
}
