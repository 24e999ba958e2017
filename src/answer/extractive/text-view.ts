import type { Article, Language } from '../../core/article.ts';
import type { DateMention } from '../../core/sentence.ts';
import { foldText } from '../../language/characters/fold.ts';
import { findDates } from '../../language/dates/dates.ts';
import type { ConceptGroup } from '../../language/dictionary/concept-groups.ts';
import type { NameAnalyzer } from '../../language/names/names.ts';
import type { TextAnalyzer, Token } from '../../language/terms/text-analyzer.ts';
import type { WordSimilarity } from '../word-similarity.ts';
import { variantsOf } from './word-variants.ts';

/** The analyses that reading evidence needs. */
export interface TextReaders {
  readonly analyzer: TextAnalyzer;
  readonly names: NameAnalyzer;
  readonly similarity: WordSimilarity;
}

/** A stretch of an article as the matcher sees it. Built once, asked for many terms. */
export interface TextView {
  readonly text: string;
  readonly language: Language;
  /** What relative dates in it count from, or null. */
  readonly publishedAt: string | null;
  /** Same length as `text`: width, case and accents folded. */
  readonly folded: string;
  readonly tokens: readonly Token[];
  readonly normals: ReadonlySet<string>;
  /** English stems of what its words may mean, with weights. Computed when first asked for. */
  readonly concepts: () => ReadonlyMap<string, number>;
  /** The same word by word, to tell where a meaning stands. Computed when first asked for. */
  readonly groups: () => readonly ConceptGroup[];
  /** Nearness in meaning, from -1 to 1, of the word of the text that is nearest to a word. */
  readonly nearest: (normal: string) => number;
  /** Keys that its names have in both scripts. Computed when first asked for. */
  readonly nameKeys: () => ReadonlyMap<string, number>;
  /** Its dates, resolved. Computed when first asked for. */
  readonly dates: () => readonly DateMention[];
}

const HAN = /^\p{Script=Han}+$/u;

export function viewText(
  text: string,
  article: Pick<Article, 'language' | 'publishedAt'>,
  { analyzer, names, similarity }: TextReaders,
): TextView {
  const { language, publishedAt } = article;
  const tokens = analyzer.tokens(text);
  const words = once(() => new Set(tokens.flatMap(({ stop, normal }) => (stop ? [] : [normal]))));
  return {
    text,
    language,
    publishedAt,
    folded: foldText(text),
    tokens,
    normals: new Set(tokens.flatMap(({ normal }) => [normal, ...variantsOf(normal)])),
    concepts: once(() => withVariants(analyzer.analyzeText(text, language).concepts)),
    groups: once(() => analyzer.conceptGroups(text)),
    nearest: (normal) => {
      let best = 0;
      for (const word of words()) {
        if (!isContrast(normal, word)) best = Math.max(best, similarity(normal, word));
      }
      return best;
    },
    nameKeys: once(() => names.nameKeys(text, language)),
    dates: once(() => findDates(text, { language, reference: publishedAt })),
  };
}

/** Stems with the other forms of their words, at the same weight. */
export function withVariants(stems: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const all = new Map(stems);
  for (const [stem, weight] of stems) {
    for (const variant of variantsOf(stem)) {
      all.set(variant, Math.max(weight, all.get(variant) ?? 0));
    }
  }
  return all;
}

/** 男单 and 女单, 上半年 and 下半年 keep the same company and are each other's opposite. */
function isContrast(a: string, b: string): boolean {
  return a !== b && a.length === b.length && a.at(-1) === b.at(-1) && HAN.test(a);
}

function once<T>(compute: () => T): () => T {
  let held: { readonly value: T } | undefined;
  return () => {
    held ??= { value: compute() };
    return held.value;
  };
}
