import { Icon, type IconName } from '../components/Icon.tsx';
import { languageTag } from '../language/browser-language.ts';
import { useLanguage, useMessages } from '../language/messages.ts';
import type { Theme } from '../state/app-state.ts';
import { useCommands } from '../state/commands.ts';
import { formatRoute, HOME, type View } from '../state/route.ts';
import { useAppState } from '../state/store.ts';
import { ShortcutList } from './ShortcutList.tsx';
import './TopBar.css';

const NEXT_THEME: Readonly<Record<Theme, Theme>> = {
  system: 'light',
  light: 'dark',
  dark: 'system',
};
const THEME_ICONS: Readonly<Record<Theme, IconName>> = {
  system: 'system',
  light: 'sun',
  dark: 'moon',
};

const VIEWS: readonly View[] = [
  HOME.view,
  { name: 'events', event: null, query: '', filters: {} },
  { name: 'timeline', query: '', filters: {} },
  { name: 'search', query: '', filters: {} },
];

/** Name of the product, the views, and what concerns the whole interface. */
export function TopBar() {
  const messages = useMessages();
  const language = useLanguage();
  const commands = useCommands();
  const theme = useAppState((state) => state.preferences.theme);
  const current = useAppState((state) => state.route.view.name);
  const other = language === 'zh' ? 'en' : 'zh';
  const names = { ...messages, chat: messages.ask };
  return (
    <header className="top-bar">
      <a className="brand" href={formatRoute(HOME)}>
        <span lang="zh-CN">引证</span>
        <span className="brand-latin">Yinzheng</span>
      </a>
      <nav className="views" aria-label={messages.views}>
        {VIEWS.map((view) => (
          <a
            key={view.name}
            href={formatRoute({ view, reader: null })}
            aria-current={view.name === current ? 'page' : undefined}
          >
            {names[view.name]}
          </a>
        ))}
      </nav>
      <div className="top-bar-tools">
        <button
          type="button"
          className="quiet-button"
          lang={languageTag(other)}
          aria-label={messages.switchLanguageLabel}
          onClick={() => commands.setPreferences({ language: other })}
        >
          {messages.switchLanguage}
        </button>
        <button
          type="button"
          className="quiet-button"
          aria-label={messages.themes[theme]}
          title={messages.themes[theme]}
          onClick={() => commands.setPreferences({ theme: NEXT_THEME[theme] })}
        >
          <Icon name={THEME_ICONS[theme]} />
        </button>
        <ShortcutList />
      </div>
    </header>
  );
}
