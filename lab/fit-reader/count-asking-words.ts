import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { Language } from '../../src/core/article.ts';
import { detectLanguage } from '../../src/language/characters/language.ts';
import { loadLanguageTools } from '../../src/language/segment/load-language-tools.ts';

/**
 * Counts how often each word of questions stands in the text that answers them, and writes the
 * table of those that seldom do: they belong to the asking.
 *
 *   tsx lab/fit-reader/count-asking-words.ts OUT FILE …
 *
 * Files are in the form of RGB (`query`, `positive`) or cases of `search-cases.ts`; questions in
 * another language than the text are left out.
 */
/** Unmatched occurrences that a word is given before it is counted, at the average rate. */
const PRIOR = 4;
const MIN_COUNT = 3;
const MIN_SHARE = 0.1;

/** A word asked for less often than this counts only if several collections ask with it. */
const COMMON_COUNT = 6;

interface Count {
  asked: number;
  missing: number;
  readonly files: Set<string>;
}

const [out = '', ...files] = process.argv.slice(2);
const { analyzer } = await loadLanguageTools();
const counts: Record<Language, Map<string, Count>> = { zh: new Map(), en: new Map() };
for (const file of files) {
  if (!existsSync(file)) throw new Error(`Expected ${file} to exist.`);
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    if (line === '') continue;
    const { question, texts } = readLine(JSON.parse(line));
    if (texts.length > 0) count(question, texts, file);
  }
}
const table = { zh: sharesOf(counts.zh), en: sharesOf(counts.en) };
await writeFile(out, `${JSON.stringify(table, null, 0)}\n`);
console.log(Object.keys(table.zh).length, Object.keys(table.en).length);

function readLine(record: {
  query?: string;
  positive?: string[];
  question?: string;
  articles?: { title: string; body: string }[];
  answering?: number[];
}): { question: string; texts: string[] } {
  const { query, positive, question, articles = [], answering = [] } = record;
  if (query !== undefined) return { question: query, texts: positive ?? [] };
  return {
    question: question ?? '',
    texts: answering.map(
      (place) => `${articles[place]?.title ?? ''}\n${articles[place]?.body ?? ''}`,
    ),
  };
}

function count(question: string, texts: readonly string[], file: string) {
  const language = detectLanguage(question);
  const own = texts.filter((text) => detectLanguage(text) === language);
  if (own.length === 0) return;
  const tokens = own.flatMap((text) => analyzer.tokens(text));
  const there = new Set(tokens.map(({ normal }) => normal));
  const flow = tokens.map(({ normal }) => normal).join('');
  for (const { normal, stop } of new Map(
    analyzer.tokens(question).map((token) => [token.normal, token]),
  ).values()) {
    if (stop || /^\d/u.test(normal)) continue;
    const isThere =
      there.has(normal) || (/^\p{Script=Han}{2,}$/u.test(normal) && flow.includes(normal));
    const entry = counts[language].get(normal) ?? {
      asked: 0,
      missing: 0,
      files: new Set<string>(),
    };
    entry.asked++;
    entry.files.add(file);
    if (!isThere) entry.missing++;
    counts[language].set(normal, entry);
  }
}

function sharesOf(words: ReadonlyMap<string, Count>): Record<string, number> {
  let asked = 0;
  let missing = 0;
  for (const entry of words.values()) {
    asked += entry.asked;
    missing += entry.missing;
  }
  const average = missing / asked;
  const shares = Array.from(words, ([word, entry]) => {
    const rate = (entry.missing + PRIOR * average) / (entry.asked + PRIOR);
    return {
      word,
      asked: entry.asked,
      files: entry.files.size,
      share: (rate - average) / (1 - average),
    };
  });
  return Object.fromEntries(
    shares
      .filter(({ asked: times, share, files }) => {
        const isSpread = files >= 2 || times >= COMMON_COUNT;
        return times >= MIN_COUNT && share >= MIN_SHARE && isSpread;
      })
      .sort((a, b) => b.share - a.share)
      .map(({ word, share }) => [word, Math.round(share * 100) / 100]),
  );
}
