/** Hashes of what a proof shows, as it was when it was exported. */
export interface ProofRecord {
  readonly question: string;
  /** Of each block of the answer, in order. */
  readonly answer: readonly string[];
  readonly quotes: readonly {
    readonly marker: number;
    readonly quote: string;
    readonly paragraph: string;
  }[];
  /** Of the whole text of the article of each quote, in order; null where it was not to be had. */
  readonly articles: readonly (string | null)[];
  /** Of the manifest of the index. */
  readonly index: string | null;
  /** ISO 8601 UTC. */
  readonly madeAt: string;
}

/**
 * Compares what a proof shows with what was exported, and says which quotes are not the same. Runs
 * inside the proof, so it uses nothing but what it is given.
 */
export function checkProof(
  page: Document,
  hash: (text: string) => string,
  words: Readonly<Record<'whole' | 'altered' | 'quoteWhole' | 'quoteAltered', string>>,
): void {
  const record = JSON.parse(page.getElementById('record')?.textContent ?? '{}') as ProofRecord;
  let isWhole = hash(page.getElementById('question')?.textContent ?? '') === record.question;
  const lines = [...page.querySelectorAll('.answer .words')];
  isWhole = isWhole && lines.length === record.answer.length;
  lines.forEach((line, place) => {
    const isSame = hash(line.textContent ?? '') === record.answer[place];
    line.setAttribute('data-altered', String(!isSame));
    isWhole = isWhole && isSame;
  });
  for (const { marker, quote, paragraph } of record.quotes) {
    const shown = page.getElementById(`quote-${marker}`);
    const isSame =
      hash(shown?.querySelector('mark')?.textContent ?? '') === quote &&
      hash(shown?.querySelector('blockquote')?.textContent ?? '') === paragraph;
    const state = shown?.querySelector('.state');
    if (state) state.textContent = isSame ? words.quoteWhole : words.quoteAltered;
    shown?.setAttribute('data-altered', String(!isSame));
    isWhole = isWhole && isSame;
  }
  const verdict = page.querySelector('.verdict');
  if (verdict) verdict.textContent = isWhole ? words.whole : words.altered;
  page.documentElement.setAttribute('data-altered', String(!isWhole));
}
