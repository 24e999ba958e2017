import type { Action, AppState, Preferences } from './app-state.ts';
import type { Conversation } from './conversation.ts';
import { mergeConversations } from './merge-conversations.ts';
import type { Store } from './store.ts';

const PREFIX = 'yinzheng.';
const CONVERSATION = `${PREFIX}conversation.`;
const DRAFTS = `${PREFIX}drafts`;
const PREFERENCES = `${PREFIX}preferences`;
/** While an answer streams it is written at most this often, in milliseconds. */
const WRITE_INTERVAL = 400;

/** Where this browser keeps things, or null where its user has switched that off. */
export function browserStorage(page: Window): Storage | null {
  try {
    return page.localStorage;
  } catch {
    return null;
  }
}

function readJson<T>(storage: Storage, key: string): T | null {
  try {
    const value = storage.getItem(key);
    return value === null ? null : (JSON.parse(value) as T);
  } catch {
    return null;
  }
}

/** An answer that was streaming when the page closed did not finish. */
function settle(conversation: Conversation): Conversation {
  const turns = conversation.turns.map((turn) =>
    turn.status === 'answering' ? { ...turn, status: 'interrupted' as const } : turn,
  );
  return { ...conversation, turns };
}

/** What an earlier version kept, answers without blocks, is left where it is and not shown. */
function isConversation(value: Conversation | null): value is Conversation {
  return (
    value !== null &&
    typeof value.id === 'string' &&
    Array.isArray(value.turns) &&
    value.turns.every(({ blocks }) => Array.isArray(blocks))
  );
}

/** What this browser kept, as the actions that bring it back. */
export function restoreActions(
  storage: Storage,
  browserLanguage: AppState['language'],
): readonly Action[] {
  const actions: Action[] = [];
  const preferences = readJson<Partial<Preferences>>(storage, PREFERENCES);
  if (preferences !== null) {
    actions.push({ type: 'preferences-changed', preferences, browserLanguage });
  }
  for (const key of Object.keys(storage).filter((name) => name.startsWith(CONVERSATION))) {
    const conversation = readJson<Conversation>(storage, key);
    if (isConversation(conversation)) {
      actions.push({ type: 'conversation-put', conversation: settle(conversation) });
    }
  }
  for (const [conversation, text] of Object.entries(
    readJson<Record<string, string>>(storage, DRAFTS) ?? {},
  )) {
    actions.push({ type: 'draft-changed', conversation, text });
  }
  return actions;
}

/**
 * Keeps the conversations, drafts and preferences of a store in this browser, and takes up what
 * another tab changes. Writes are collected, and forced when the page is hidden.
 */
export function keepHistory(store: Store, storage: Storage, page: Window): void {
  let written = store.getState();
  let timer: number | undefined;

  const write = (key: string, value: unknown): void => {
    try {
      storage.setItem(key, JSON.stringify(value));
    } catch {
      if (store.getState().historyKept) store.dispatch({ type: 'history-refused' });
    }
  };

  const flush = (): void => {
    page.clearTimeout(timer);
    timer = undefined;
    const before = written;
    const state = store.getState();
    written = state;
    if (state.preferences !== before.preferences) write(PREFERENCES, state.preferences);
    if (state.drafts !== before.drafts) write(DRAFTS, state.drafts);
    if (state.conversations === before.conversations) return;
    const kept = new Map(before.conversations.map((each) => [each.id, each]));
    for (const conversation of state.conversations) {
      if (kept.get(conversation.id) !== conversation) {
        const stored = readJson<Conversation>(storage, CONVERSATION + conversation.id);
        // Another tab may have written since: what it asked is kept too.
        const merged = isConversation(stored)
          ? mergeConversations(conversation, stored)
          : conversation;
        write(CONVERSATION + conversation.id, merged);
        if (merged.turns.length !== conversation.turns.length) {
          store.dispatch({ type: 'conversation-put', conversation: merged });
        }
      }
      kept.delete(conversation.id);
    }
    for (const id of kept.keys()) storage.removeItem(CONVERSATION + id);
  };

  store.subscribe(() => {
    timer ??= page.setTimeout(flush, WRITE_INTERVAL);
  });
  page.addEventListener('pagehide', flush);
  page.document.addEventListener('visibilitychange', () => {
    if (page.document.visibilityState === 'hidden') flush();
  });
  page.addEventListener('storage', ({ key, newValue }) => {
    if (key === null || !key.startsWith(CONVERSATION)) return;
    const id = key.slice(CONVERSATION.length);
    const here = store.getState().conversations.find((each) => each.id === id);
    const others = () => written.conversations.filter((each) => each.id !== id);
    if (newValue === null) {
      if (here?.turns.some(({ status }) => status === 'answering') === true) return;
      store.dispatch({ type: 'conversation-removed', id, undoable: false });
      written = { ...written, conversations: others() };
      return;
    }
    const stored = readJson<Conversation>(storage, key);
    if (!isConversation(stored)) return;
    const merged = here === undefined ? stored : mergeConversations(here, stored);
    store.dispatch({ type: 'conversation-put', conversation: merged });
    // What this tab has and the other had not is still to be written.
    if (JSON.stringify(merged) === newValue) {
      written = { ...written, conversations: [...others(), merged] };
    }
  });
}
