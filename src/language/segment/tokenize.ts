import type { Jieba } from '@node-rs/jieba';
import { memoize } from '../../core/memoize.ts';
import type { ConceptStem, SentenceToken, WordKind } from '../../core/sentence.ts';
import type { Span } from '../../core/span.ts';
import { isStopWord } from '../morphology/stop-words.ts';
import type { WordForms } from '../morphology/word-forms.ts';
import { scanWords, type WordRun } from './scan-words.ts';

/** A text cut into words, with what the cutting was done on. */
export interface TokenizedText {
  /** Folded and simplified; same offsets as the original. */
  readonly folded: string;
  readonly runs: readonly WordRun[];
  readonly tokens: readonly SentenceToken[];
}

export interface Tokenizer {
  tokenize(text: string): TokenizedText;
  /** Words of a folded text that are not Chinese. */
  letterWords(folded: string): Iterable<Span & { readonly normal: string }>;
}

/** A run that is a word by itself, without the segmenter. */
type LetterRun = WordRun & { readonly kind: Exclude<WordKind, 'han'> };

function isLetterRun(run: WordRun): run is LetterRun {
  return run.kind !== 'han';
}

/** `u.s.` → `usa`, `u.n.` → `un`: without dots, and apart from the pronoun. */
function joinAbbreviation(word: string): string {
  const joined = word.replaceAll('.', '');
  return joined === 'us' ? 'usa' : joined;
}

function letterNormal(text: string, kind: LetterRun['kind'], forms: WordForms): string {
  if (kind === 'number') return forms.digits(text);
  if (text.includes('.')) return joinAbbreviation(text);
  return forms.numeral(text) ?? forms.stem(text).replaceAll(/['’]/gu, '');
}

/** `US`, which is no pronoun. */
const COUNTRY = { normal: 'usa', concepts: [{ stem: 'usa', weight: 1 }] };

/** Words of each script kept in memory, which is most of those that news is written in. */
const CACHE_SIZE = 30_000;

/** What the segmenter's words are told apart by: a line break stands in no run. */
const BETWEEN_RUNS = '\n';

const NO_STEMS: readonly ConceptStem[] = [];

/**
 * Words of both languages: Chinese by jieba in its precise mode, the rest by script.
 * @param stemsOf English stems of what a Chinese word may mean
 */
export function createTokenizer(
  jieba: Jieba,
  forms: WordForms,
  stemsOf: (word: string) => readonly ConceptStem[],
): Tokenizer {
  const letterWord = (kind: LetterRun['kind']) => {
    return memoize((text) => {
      const normal = letterNormal(text, kind, forms);
      return { normal, concepts: [{ stem: normal, weight: 1 }] };
    }, CACHE_SIZE);
  };
  const letterWords = { letters: letterWord('letters'), number: letterWord('number') };
  // Handing out one string for a word, whose hash is known, makes every later look-up cheaper.
  const hanWord = memoize((word) => {
    const stop = isStopWord(word);
    return { normal: word, stop, concepts: stop ? NO_STEMS : stemsOf(word) };
  }, CACHE_SIZE);

  function hanToken(word: string, start: number, text: string): SentenceToken {
    const end = start + word.length;
    const { normal, stop, concepts } = hanWord(word);
    return { start, end, text: text.slice(start, end), normal, stop, kind: 'han', concepts };
  }

  function letterToken(run: LetterRun, text: string): SentenceToken {
    const { start, end, kind } = run;
    const written = text.slice(start, end);
    const isCountry = written === 'US';
    const { normal, concepts } = isCountry ? COUNTRY : letterWords[kind](run.text);
    const stop = kind === 'letters' && !isCountry && isStopWord(run.text);
    return { start, end, text: written, normal, stop, kind, concepts: stop ? NO_STEMS : concepts };
  }

  return {
    tokenize(text) {
      const folded = forms.fold(text);
      const runs = scanWords(folded);
      // All runs at once: a call of the segmenter costs as much as the cutting of a short one.
      const han = runs.flatMap((run) => (run.kind === 'han' ? run.text : []));
      const words = jieba.cut(han.join(BETWEEN_RUNS), true);
      let next = 0;
      const tokens: SentenceToken[] = [];
      for (const run of runs) {
        if (isLetterRun(run)) {
          tokens.push(letterToken(run, text));
          continue;
        }
        if (words[next] === BETWEEN_RUNS) next++;
        for (let at = run.start; at < run.end; next++) {
          const token = hanToken(words[next] as string, at, text);
          tokens.push(token);
          at = token.end;
        }
      }
      return { folded, runs, tokens };
    },
    *letterWords(folded) {
      for (const run of scanWords(folded)) {
        if (isLetterRun(run)) {
          const { normal } = letterWords[run.kind](run.text);
          yield { start: run.start, end: run.end, normal };
        }
      }
    },
  };
}
