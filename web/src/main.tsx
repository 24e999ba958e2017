// The tokens and the base come first, so that every component can refine them.
import './styles/tokens.css';
import './styles/base.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { browserLanguage } from './language/browser-language.ts';
import { initialState } from './state/app-state.ts';
import { CommandsContext, createCommands } from './state/commands.ts';
import { browserStorage, keepHistory, restoreActions } from './state/history.ts';
import { parseRoute } from './state/route.ts';
import { createStore, StoreContext } from './state/store.ts';

const language = browserLanguage(navigator.languages);
const store = createStore(initialState(language));
const commands = createCommands(store, language);

const storage = browserStorage(window);
if (storage === null) store.dispatch({ type: 'history-refused' });
else {
  for (const action of restoreActions(storage, language)) store.dispatch(action);
  keepHistory(store, storage, window);
}

const followAddress = (): void =>
  store.dispatch({ type: 'route-changed', route: parseRoute(window.location.hash) });
window.addEventListener('hashchange', followAddress);
followAddress();
commands.checkServer();

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element #root.');
createRoot(root).render(
  <StrictMode>
    <StoreContext value={store}>
      <CommandsContext value={commands}>
        <App />
      </CommandsContext>
    </StoreContext>
  </StrictMode>,
);
