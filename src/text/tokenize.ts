import type { Jieba } from '@node-rs/jieba';
import { scanWords, type WordKind, type WordRun } from './scan-words.ts';
import type { Span } from './span.ts';
import { isStopWord } from './stop-words.ts';
import type { Token } from './text-analyzer.ts';
import type { WordForms } from './word-forms.ts';

/** A token that knows what it was cut from. */
export interface KindedToken extends Token {
  readonly kind: WordKind;
}

/** A text cut into words, with what the cutting was done on. */
export interface TokenizedText {
  /** Folded and simplified; same offsets as the original. */
  readonly folded: string;
  readonly runs: readonly WordRun[];
  readonly tokens: readonly KindedToken[];
}

export interface Tokenizer {
  tokenize(text: string): TokenizedText;
  /** Words of a folded text that are not Chinese. */
  letterWords(folded: string): Iterable<Span & { readonly normal: string }>;
}

/** `u.s.` → `usa`, `u.n.` → `un`: without dots, and apart from the pronoun. */
function joinAbbreviation(word: string): string {
  const joined = word.replaceAll('.', '');
  return joined === 'us' ? 'usa' : joined;
}

function letterNormal({ text, kind }: WordRun, forms: WordForms): string {
  if (kind === 'number') return forms.digits(text);
  if (text.includes('.')) return joinAbbreviation(text);
  return forms.numeral(text) ?? forms.stem(text).replaceAll(/['’]/gu, '');
}

/** Stems remembered; far more than the words of a question and its passages. */
const MOST_STEMS = 50_000;

/** Words of both languages: Chinese by jieba in its precise mode, the rest by script. */
export function createTokenizer(jieba: Jieba, forms: WordForms): Tokenizer {
  const normals = new Map<string, string>();
  const normalOf = (run: WordRun): string => {
    const known = normals.get(run.text);
    if (known !== undefined) return known;
    const normal = letterNormal(run, forms);
    if (normals.size >= MOST_STEMS) normals.clear();
    normals.set(run.text, normal);
    return normal;
  };

  function hanTokens({ start, text: run }: WordRun, text: string): KindedToken[] {
    let from = start;
    return jieba.cut(run, true).map((word) => {
      const to = from + word.length;
      const token: KindedToken = {
        start: from,
        end: to,
        text: text.slice(from, to),
        normal: word,
        stop: isStopWord(word),
        kind: 'han',
      };
      from = to;
      return token;
    });
  }

  function letterToken(run: WordRun, text: string): KindedToken {
    const { start, end, kind } = run;
    const written = text.slice(start, end);
    const isCountry = written === 'US';
    return {
      start,
      end,
      text: written,
      normal: isCountry ? 'usa' : normalOf(run),
      stop: kind === 'letters' && !isCountry && isStopWord(run.text),
      kind,
    };
  }

  return {
    tokenize(text) {
      const folded = forms.fold(text);
      const runs = scanWords(folded);
      const tokens = runs.flatMap((run) =>
        run.kind === 'han' ? hanTokens(run, text) : letterToken(run, text),
      );
      return { folded, runs, tokens };
    },
    *letterWords(folded) {
      for (const run of scanWords(folded)) {
        if (run.kind !== 'han') {
          yield { start: run.start, end: run.end, normal: normalOf(run) };
        }
      }
    },
  };
}
