// @ts-nocheck
import { readFile } from 'node:fs/promises';
import { QuoteChooser } from '../../src/answer/model/choose-quote.ts';
import { composeAnswerTools } from '../../src/app/compose-answers.ts';
import { composeLanguage } from '../../src/app/compose-models.ts';
import { detectLanguage } from '../../src/language/characters/language.ts';
import { evaluateClaims, parseClaims } from '../evaluate/claims.ts';

const tools = composeAnswerTools(await composeLanguage({ dictionaryPath: null }));
for (const path of process.argv.slice(2)) {
  const claims = parseClaims(await readFile(path, 'utf8'), path);
  const rules: Record<string, [number, number, number, number]> = {};
  const report = await evaluateClaims(claims, (claim, cited, others) => {
    const chooser = new QuoteChooser(tools, detectLanguage(claim.claim));
    const { spans, support } = chooser.choose(claim.claim, cited, others);
    const key = `${support.rule}/${support.verdict}`;
    const row = (rules[key] ??= [0, 0, 0, 0]);
    row[claim.supported ? 0 : 1]++;
    const wrong = claim.supported
      ? support.verdict !== 'supported'
      : support.verdict === 'supported';
    if (wrong) {
      console.log(
        `${claim.supported ? 'TRUE ' : 'FALSE'} ${claim.id} [${claim.changed ?? ''}] ${support.verdict} ${support.rule} <${support.failed}>\n   ${claim.claim}`,
      );
      for (const { article, start, end } of spans)
        console.log(`     > ${article.body.slice(start, end)}`);
    }
    return support.verdict;
  });
  console.log(path, JSON.stringify(report));
  console.log(rules);
}
