import type { LanguageResources } from '../../src/app/compose-models.ts';
import type { Config } from '../../src/app/config.ts';
import { openMemoryCollection } from '../evaluate/compose-collections.ts';
import { ABLATED_SETTINGS, RANKING_RULES } from './ablated-settings.ts';
import type { OpenAblated } from './ablation.ts';

/**
 * The product as it is, then with each rule of ranking switched off, over one index. What the rules
 * of the analysis, the glosses and the word vectors are worth was measured once: see
 * `src/search/ABLATION.md`.
 */
export function composeAblation(config: Config, language: LanguageResources): OpenAblated {
  return async (articles) => {
    const retrieverWith = await openMemoryCollection(articles, config, language);
    return [
      { without: null, retriever: retrieverWith() },
      ...RANKING_RULES.map((rule) => ({
        without: `ranking: ${rule}`,
        retriever: retrieverWith(ABLATED_SETTINGS[rule]),
      })),
    ];
  };
}
