import { describe, expect, it } from 'vitest';
import { createSentenceChecker } from '../../../src/answer/check/check-sentence.ts';
import { loadLanguageTools } from '../language-tools.ts';
import { PARAPHRASES, quoteOf } from './paraphrases.ts';

const checker = createSentenceChecker(await loadLanguageTools());

function verdictsOf(text: 'claim' | 'corrupted') {
  const verdicts = { supported: 0, partly: 0, unsupported: 0 };
  for (const paraphrase of PARAPHRASES) {
    const evidence = [quoteOf(paraphrase.quote)];
    verdicts[checker.check(paraphrase[text], evidence, 'en').verdict] += 1;
  }
  return verdicts;
}

describe('sentences in other words or in the other language', () => {
  it('are at least sixty', () => expect(PARAPHRASES.length).toBeGreaterThanOrEqual(60));

  it('are supported when they are true', () => {
    const { supported, unsupported } = verdictsOf('claim');
    expect(supported / PARAPHRASES.length).toBeGreaterThanOrEqual(0.95);
    expect(unsupported).toBe(0);
  });

  it('are not supported when one thing in them is false', () => {
    const { supported } = verdictsOf('corrupted');
    expect(supported / PARAPHRASES.length).toBeLessThanOrEqual(0.05);
  });
});
