import type { Language } from '../../../src/core/article.ts';
import { useAppState } from '../state/store.ts';
import { type Messages, messagesEn } from './messages-en.ts';
import { messagesZh } from './messages-zh.ts';

export const MESSAGES: Readonly<Record<Language, Messages>> = { zh: messagesZh, en: messagesEn };

/** The interface's words, in its present language. */
export function useMessages(): Messages {
  return MESSAGES[useAppState((state) => state.language)];
}

export function useLanguage(): Language {
  return useAppState((state) => state.language);
}
