// @ts-nocheck
import { readFile } from 'node:fs/promises';
import { QuoteChooser } from '../../src/answer/model/choose-quote.ts';
import { composeAnswerTools } from '../../src/app/compose-answers.ts';
import { composeLanguage } from '../../src/app/compose-models.ts';
import { detectLanguage } from '../../src/language/characters/language.ts';
import { evaluateClaims } from '../evaluate/claims.ts';
import { readMaterial } from './claim-material.ts';

const tools = composeAnswerTools(await composeLanguage({ dictionaryPath: null }));
const all = await readMaterial('/work/shared/bench', 'seeds/shanghai-spirit.txt');
const only = process.argv[2] ?? 'written';
for (const collection of ['seeds', 'zh', 'en', 'cross']) {
  const claims = all
    .filter(
      (c) => c.collection === collection && (only === 'parallel' ? !c.isWritten : c.isWritten),
    )
    .filter((c, i) => only !== 'parallel' || i % 6 === 0);
  const rules: Record<string, [number, number]> = {};
  const report = await evaluateClaims(claims, (claim, cited, others) => {
    const chooser = new QuoteChooser(tools, detectLanguage(claim.claim));
    const { spans, support } = chooser.choose(claim.claim, cited, []);
    const key = `${support.rule}/${support.verdict}`;
    const row = (rules[key] ??= [0, 0]);
    row[claim.supported ? 0 : 1]++;
    const wrong = claim.supported
      ? support.verdict !== 'supported'
      : support.verdict === 'supported';
    if (wrong) {
      console.log(
        `${claim.supported ? 'TRUE ' : 'FALSE'} ${claim.id} [${claim.changed ?? ''}] ${support.verdict} ${support.rule} <${support.failed}>\n   ${claim.claim}`,
      );
      for (const { article, start, end } of spans)
        console.log(`     > ${article.body.slice(start, end).slice(0, 300)}`);
    }
    return support.verdict;
  });
  console.log('##', collection, JSON.stringify(report));
  console.log('##', JSON.stringify(rules));
}
