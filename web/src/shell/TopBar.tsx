import { useEffect, useRef, useState } from 'react';
import { languageTag } from '../language/browser-language.ts';
import { useLanguage, useMessages } from '../language/messages.ts';
import { useCommands } from '../state/commands.ts';
import { formatRoute, HOME, type View } from '../state/route.ts';
import { useAppState } from '../state/store.ts';
import { SettingsMenu } from './SettingsMenu.tsx';
import { ShortcutList } from './ShortcutList.tsx';
import './TopBar.css';

const VIEWS = [
  { name: 'chat', conversation: null, asks: [] },
  { name: 'events', event: null, query: '', filters: {} },
  { name: 'timeline', query: '', filters: {} },
  { name: 'search', query: '', filters: {} },
  { name: 'sources' },
] as const satisfies readonly View[];

/** Name of the product, the views, and what concerns the whole interface. */
export function TopBar() {
  const messages = useMessages();
  const language = useLanguage();
  const commands = useCommands();
  const nav = useRef<HTMLElement>(null);
  const [keysShown, setKeysShown] = useState(false);
  const current = useAppState((state) => state.route.view.name);
  // On a narrow screen the present view may be pushed out of sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the view that changes what to show
  useEffect(() => {
    nav.current
      ?.querySelector('[aria-current]')
      ?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [current]);
  const other = language === 'zh' ? 'en' : 'zh';
  const names = { ...messages, chat: messages.ask };
  return (
    <header className="top-bar">
      <a className="brand" href={formatRoute(HOME)}>
        <span lang="zh-CN">引证</span>
        <span className="brand-latin">Yinzheng</span>
      </a>
      <nav ref={nav} className="views" aria-label={messages.views}>
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
        <SettingsMenu onKeys={() => setKeysShown(true)} />
        <ShortcutList open={keysShown} onOpenChange={setKeysShown} />
      </div>
    </header>
  );
}
