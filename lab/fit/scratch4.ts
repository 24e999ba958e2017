import { QuoteChooser } from '../../src/answer/model/choose-quote.ts';
import { composeAnswerTools } from '../../src/app/compose-answers.ts';
import { composeLanguage } from '../../src/app/compose-models.ts';
import { detectLanguage } from '../../src/language/characters/language.ts';
import { evaluateClaims } from '../evaluate/claims.ts';
import { readMaterial } from './claim-material.ts';

const tools = composeAnswerTools(await composeLanguage({ dictionaryPath: null }));
const all = (await readMaterial('/work/shared/bench', 'seeds/shanghai-spirit.txt')).filter(
  (c) => c.isWritten,
);
const ids = process.argv.slice(2);
for (const c of all.filter((c, i) => (ids.length ? ids.includes(c.id) : i % 9 === 0)))
  await evaluateClaims([c], (_, cited) => {
    const { spans } = new QuoteChooser(tools, detectLanguage(c.claim)).choose(c.claim, cited, []);
    const r = tools.checker.read(tools.checker.readClaim(c.claim, null), spans);
    const { findings } = tools.checker.judge(r);
    console.log(
      c.supported ? 'TRUE' : 'FALSE ' + c.changed,
      c.id,
      c.collection,
      findings.map((f) => f.id + ':' + f.failed).join(' '),
      '\n  ',
      c.claim,
      '\n   >',
      spans
        .map((s) => s.article.body.slice(s.start, s.end))
        .join(' // ')
        .slice(0, 300),
    );
    console.log(
      '   ',
      r.words
        .map(
          (w) =>
            `${w.token.text}${w.isItem ? '°' : ''}[${w.weight.toFixed(1)}]=${w.partner ? r.quotes[w.partner.quote].words.tokens[w.partner.index].text + ' ' + w.partner.nearness.toFixed(2) : '-'}`,
        )
        .join('  '),
    );
    return null;
  });
