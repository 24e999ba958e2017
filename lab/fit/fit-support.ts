/**
 * Fits the weights of `src/answer/check/support-weights.ts`: how likely the quotes of a sentence hold it, by what
 * of it they leave unsaid.
 *
 *   npx tsx lab/fit/fit-support.ts FILE…     claims in the form of `npm run evaluate -- --claims`
 *
 * Learns from the claims in which no rule finds a flaw, and from distorted ones. Prints the cross-validated figures (folds
 * by question, so that no question is learnt from and judged) and the file of weights.
 */
import { readFile } from 'node:fs/promises';
import { FEATURE_NAMES } from '../../src/answer/check/support-features.ts';
import { QuoteChooser } from '../../src/answer/model/choose-quote.ts';
import { composeAnswerTools } from '../../src/app/compose-answers.ts';
import { composeLanguage } from '../../src/app/compose-models.ts';
import { detectLanguage } from '../../src/language/characters/language.ts';
import { evaluateClaims, parseClaims } from '../evaluate/claims.ts';
import { distortClaim } from './distort-claim.ts';
import { type Example, fitLogistic, probability } from './logistic-regression.ts';

const FOLDS = 5;
const RIDGE = 10;
/** What a made-up falsehood counts beside a real one. */
const DISTORTED_WEIGHT = 0.25;

/** Most real falsehoods are flawed by a rule; the few that are not count more. */
const FALSE_WEIGHT = 1.5;

interface Judged extends Example {
  readonly fold: number;
  readonly isReal: boolean;
  readonly isFlawed: boolean;
}

const tools = composeAnswerTools(await composeLanguage({ dictionaryPath: null }));
const judged: Judged[] = [];
let seed = 1;
const draw = (limit: number) => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor((seed / 2147483648) * limit);
};

for (const path of process.argv.slice(2)) {
  const claims = parseClaims(await readFile(path, 'utf8'), path);
  const questions = [...new Set(claims.map(({ question }) => question))];
  const worded = claims.map(({ claim }) => {
    const { text, tokens, names } = tools.checker.readClaim(claim, null);
    return { text, tokens, names, isChinese: detectLanguage(text) === 'zh' };
  });
  await evaluateClaims(claims, (claim, cited, others) => {
    const fold = questions.indexOf(claim.question) % FOLDS;
    const learn = (text: string, isTrue: boolean, isReal: boolean) => {
      const chooser = new QuoteChooser(tools, detectLanguage(text));
      const { spans } = chooser.choose(text, cited, others);
      const reference = cited[0]?.article.publishedAt ?? null;
      const reading = tools.checker.read(tools.checker.readClaim(text, reference), spans);
      const { flaw, features } = tools.checker.judge(reading);
      judged.push({
        features: FEATURE_NAMES.map((name) => features[name]),
        isTrue,
        weight: isReal ? (isTrue ? 1 : FALSE_WEIGHT) : DISTORTED_WEIGHT,
        fold,
        isReal,
        isFlawed: flaw !== null || spans.length === 0,
      });
    };
    learn(claim.claim, claim.supported, true);
    if (claim.supported && claim.changed === null) {
      const own = worded[claims.indexOf(claim)];
      const donors = worded.filter(
        (other, i) => other.isChinese === own?.isChinese && claims[i]?.question !== claim.question,
      );
      const donor = donors[draw(donors.length)];
      if (own !== undefined && donor !== undefined) {
        for (const text of distortClaim(own, donor, draw)) learn(text, false, false);
        // What another answer says is not held by these passages.
        learn(donor.text, false, false);
      }
    }
    return null;
  });
}

const clean = judged.filter(({ isFlawed }) => !isFlawed);
for (const ridge of [1, RIDGE, 30]) {
  for (const threshold of [0.4, 0.5, 0.6]) {
    let [truePassed, falsePassed] = [0, 0];
    for (let fold = 0; fold < FOLDS; fold++) {
      const fitted = fitLogistic(
        clean.filter((example) => example.fold !== fold),
        ridge,
      );
      for (const example of clean.filter((one) => one.fold === fold && one.isReal)) {
        if (probability(fitted, example.features) < threshold) continue;
        if (example.isTrue) truePassed += 1;
        else falsePassed += 1;
      }
    }
    const real = judged.filter(({ isReal }) => isReal);
    const trueAll = real.filter(({ isTrue }) => isTrue).length;
    console.error(
      `ridge ${ridge}, threshold ${threshold}: true passed ${truePassed} of ${trueAll}, ` +
        `false passed ${falsePassed} of ${real.length - trueAll}`,
    );
  }
}
const [bias = 0, ...weights] = fitLogistic(clean, RIDGE);
const rows = FEATURE_NAMES.map((name, i) => `  ${name}: ${(weights[i] ?? 0).toFixed(2)},`);
console.log(
  [
    "import type { FEATURE_NAMES } from './support-features.ts';",
    '',
    '/** Fitted by `lab/fit/fit-support.ts`, whose first lines say on what. */',
    `export const BIAS = ${bias.toFixed(2)};`,
    'export const WEIGHTS: Readonly<Record<(typeof FEATURE_NAMES)[number], number>> = {',
    ...rows,
    '};',
  ].join('\n'),
);
