import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Jieba } from '@node-rs/jieba';
import type { Annotator } from '../../core/sentence.ts';
import { createAnnotator } from '../annotate.ts';
import type { Lexicon } from '../dictionary/lexicon.ts';
import { loadLexicon } from '../dictionary/load-lexicon.ts';
import { createNameAnalyzer } from '../names/name-analyzer.ts';
import type { NameAnalyzer } from '../names/names.ts';
import { createTextAnalyzer } from '../terms/analyzer.ts';
import type { TextAnalyzer } from '../terms/text-analyzer.ts';
import { createTagger } from './tag-words.ts';

const require = createRequire(import.meta.url);

/** Terms of current affairs that jieba's dictionary lacks; ships with the source. */
const SHIPPED_WORDS = fileURLToPath(new URL('../dictionary/data/news-words.txt', import.meta.url));

export interface TextAnalyzerFiles {
  /**
   * More words for the segmenter, in jieba's form: one a line, a frequency and a part of speech
   * optional after white space (`上合组织 1000 nt`).
   */
  readonly dictionaryPath?: string | undefined;
  /** A dictionary that is open already; absent means the one that ships. */
  readonly lexicon?: Lexicon | undefined;
}

/** The language tools that every stage shares, over one set of dictionaries. */
export interface LanguageTools {
  readonly analyzer: TextAnalyzer;
  readonly names: NameAnalyzer;
  readonly lexicon: Lexicon;
  readonly annotator: Annotator;
}

/** Reads the dictionaries and makes the tools; the one place where the analysis touches files. */
export async function loadLanguageTools(files: TextAnalyzerFiles = {}): Promise<LanguageTools> {
  const { dictionaryPath } = files;
  const paths = [SHIPPED_WORDS, ...(dictionaryPath ? [dictionaryPath] : [])];
  const [base, ...additions] = await Promise.all(
    [require.resolve('@node-rs/jieba/dict.txt'), ...paths].map((path) => readFile(path)),
  );
  if (base === undefined) throw new Error('jieba has no dictionary');
  const jieba = Jieba.withDict(base);
  const hash = createHash('sha256').update(base);
  for (const addition of additions) {
    jieba.loadDict(addition);
    hash.update(addition);
  }
  const lexicon = files.lexicon ?? loadLexicon();
  const names = createNameAnalyzer({
    tag: createTagger(jieba),
    lexicon,
  });
  const analyzer = createTextAnalyzer({
    jieba,
    lexicon,
    names,
    dictionaryFingerprint: hash.digest('hex').slice(0, 12),
  });
  return { analyzer, names, lexicon, annotator: createAnnotator({ analyzer, names }) };
}
