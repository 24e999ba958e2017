import {
  analyzerFiles,
  joinVectors,
  type LanguageResources,
} from '../../src/app/compose-models.ts';
import type { Config } from '../../src/app/config.ts';
import type { Lexicon } from '../../src/language/dictionary/lexicon.ts';
import { loadLexicon } from '../../src/language/dictionary/load-lexicon.ts';
import type { WordVectors } from '../../src/language/dictionary/word-vectors.ts';
import { stemEnglish } from '../../src/language/morphology/stems.ts';
import { loadLanguageTools } from '../../src/language/segment/load-language-tools.ts';
import { TEXT_RULES, type TextRuleName } from '../../src/language/terms/text-rules.ts';
import { loadWordVectors } from '../../src/models/built-in/load-embedder.ts';
import { openMemoryCollection } from '../evaluate/compose-collections.ts';
import { ABLATED_GLOSSES, GLOSS_RULES } from './ablated-glosses.ts';
import { ABLATED_SETTINGS, RANKING_RULES } from './ablated-settings.ts';
import { ABLATED_WORD_VECTORS, WORD_VECTOR_RULES } from './ablated-word-vectors.ts';
import type { AblationArm } from './ablation.ts';

/**
 * The product as it is, then with each rule switched off: of ranking, of the analysis, of the
 * dictionary's glosses and of the word vectors. Each arm is loaded when its turn comes.
 */
export async function* composeAblation(
  config: Config,
  language: LanguageResources,
): AsyncGenerator<AblationArm> {
  yield rankingArm(config, language);
  for (const rule of TEXT_RULES) {
    yield indexingArm(`text: ${rule}`, config, await withoutTextRule(rule, config, language));
  }
  for (const rule of GLOSS_RULES) {
    const lexicon = loadLexicon(undefined, ABLATED_GLOSSES[rule]);
    const concepts = await withGlosses(lexicon, config, language);
    yield indexingArm(`concepts: ${rule}`, config, concepts);
    const vectors = joinVectors(language, loadWordVectors(lexicon));
    yield indexingArm(`vectors: ${rule}`, config, vectors);
  }
  for (const rule of WORD_VECTOR_RULES) {
    const vectors = loadWordVectors(language.lexicon, ABLATED_WORD_VECTORS[rule]);
    yield indexingArm(`vectors: ${rule}`, config, joinVectors(language, vectors));
  }
}

/** Every way of ranking over the product's own index. */
function rankingArm(config: Config, language: LanguageResources): AblationArm {
  return {
    async open(articles) {
      const retrieverWith = await openMemoryCollection(articles, config, language);
      return [
        { without: null, retriever: retrieverWith() },
        ...RANKING_RULES.map((rule) => ({
          without: `ranking: ${rule}`,
          retriever: retrieverWith(ABLATED_SETTINGS[rule]),
        })),
      ];
    },
  };
}

function indexingArm(without: string, config: Config, language: LanguageResources): AblationArm {
  return {
    async open(articles) {
      const retrieverWith = await openMemoryCollection(articles, config, language);
      return [{ without, retriever: retrieverWith() }];
    },
  };
}

async function withoutTextRule(
  rule: TextRuleName,
  config: Config,
  { lexicon, vectors }: LanguageResources,
): Promise<LanguageResources> {
  const tools = await loadLanguageTools({ ...analyzerFiles(config), lexicon, without: [rule] });
  return joinVectors(tools, rule === 'stems' ? vectorsByStem(vectors) : vectors);
}

async function withGlosses(
  lexicon: Lexicon,
  config: Config,
  { vectors }: LanguageResources,
): Promise<LanguageResources> {
  return joinVectors(await loadLanguageTools({ ...analyzerFiles(config), lexicon }), vectors);
}

/** Word vectors of words that keep their inflections: the table knows stems only. */
function vectorsByStem(vectors: WordVectors): WordVectors {
  return { ...vectors, vectorOf: (normal) => vectors.vectorOf(stemEnglish(normal)) };
}
