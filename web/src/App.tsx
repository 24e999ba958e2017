import { lazy, Suspense } from 'react';
import { ChatView } from './chat/ChatView.tsx';
import { NARROW, useMediaQuery } from './components/media-query.ts';
import { useLanguage, useMessages } from './language/messages.ts';
import { SourceReader } from './reader/SourceReader.tsx';
import { Announcer } from './shell/Announcer.tsx';
import { useDocumentPreferences } from './shell/document-preferences.ts';
import { NewsNotice } from './shell/NewsNotice.tsx';
import { ServerNotice } from './shell/ServerNotice.tsx';
import { useShortcuts } from './shell/shortcuts.ts';
import { TopBar } from './shell/TopBar.tsx';
import { UndoNotice } from './shell/UndoNotice.tsx';
import { useAppState } from './state/store.ts';
import './App.css';

const SearchView = lazy(() => import('./search/SearchView.tsx'));
const EventsView = lazy(() => import('./events/EventsView.tsx'));
const GalleryView = lazy(() => import('./gallery/GalleryView.tsx'));
const SourcesView = lazy(() => import('./sources/SourcesView.tsx'));
const TimelineView = lazy(() => import('./timeline/TimelineView.tsx'));

function CurrentView() {
  const view = useAppState((state) => state.route.view);
  switch (view.name) {
    case 'search':
      return <SearchView query={view.query} filters={view.filters} />;
    case 'events':
      return <EventsView event={view.event} query={view.query} filters={view.filters} />;
    case 'timeline':
      return <TimelineView query={view.query} filters={view.filters} />;
    case 'gallery':
      return <GalleryView />;
    case 'sources':
      return <SourcesView />;
    default:
      return <ChatView />;
  }
}

/** The page: a bar, the view that the address names, and the article open beside it. */
export function App() {
  const messages = useMessages();
  const language = useLanguage();
  const reader = useAppState((state) => state.route.reader);
  const narrow = useMediaQuery(NARROW);
  useDocumentPreferences(language);
  useShortcuts();
  return (
    <div className="app" data-reading={reader !== null}>
      <button
        type="button"
        className="skip-link"
        onClick={() => document.getElementById('content')?.focus()}
      >
        {messages.skipToContent}
      </button>
      <TopBar />
      <ServerNotice />
      <NewsNotice />
      <div className="app-body">
        <div className="app-view" id="content" tabIndex={-1} inert={narrow && reader !== null}>
          <Suspense fallback={<p className="app-loading">{messages.loading}</p>}>
            <CurrentView />
          </Suspense>
        </div>
        {reader !== null && <SourceReader target={reader} />}
      </div>
      <UndoNotice />
      <Announcer />
    </div>
  );
}
