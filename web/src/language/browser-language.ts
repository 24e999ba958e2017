import type { Language } from '../../../src/core/article.ts';

/** The first of the browser's languages that the interface speaks; English when none is. */
export function browserLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    if (/^zh\b/iu.test(tag)) return 'zh';
    if (/^en\b/iu.test(tag)) return 'en';
  }
  return 'en';
}

/** The value of a `lang` attribute. */
export const languageTag = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en');
