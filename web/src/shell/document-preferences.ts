import { useEffect } from 'react';
import type { Language } from '../../../src/core/article.ts';
import { languageTag } from '../language/browser-language.ts';
import { useMessages } from '../language/messages.ts';
import { conversationTitle } from '../state/conversation.ts';
import { useAppState } from '../state/store.ts';

/** Puts language, theme and title on the document itself. */
export function useDocumentPreferences(language: Language): void {
  const { theme, textSize } = useAppState((state) => state.preferences);
  const messages = useMessages();
  const title = useAppState(({ route: { view }, conversations }) => {
    if (view.name === 'gallery') return 'Gallery';
    if (view.name !== 'chat') return messages[view.name];
    const conversation = conversations.find(({ id }) => id === view.conversation);
    return conversation === undefined ? '' : conversationTitle(conversation);
  });

  useEffect(() => {
    document.documentElement.lang = languageTag(language);
  }, [language]);
  useEffect(() => {
    const page = document.documentElement;
    if (theme === 'system') page.removeAttribute('data-theme');
    else page.setAttribute('data-theme', theme);
  }, [theme]);
  useEffect(() => {
    document.documentElement.dataset['textSize'] = textSize;
  }, [textSize]);
  useEffect(() => {
    document.title = title === '' ? '引证 Yinzheng' : `${title} · 引证 Yinzheng`;
  }, [title]);
}
