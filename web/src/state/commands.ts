import { createContext, useContext } from 'react';
import type { Language } from '../../../src/core/article.ts';
import { isStatement } from '../../../src/core/block.ts';
import type { ArticleFilters } from '../../../src/core/filters.ts';
import { sendFeedback } from '../api/feedback.ts';
import { problemOf } from '../api/request.ts';
import { MESSAGES } from '../language/messages.ts';
import type { Preferences } from './app-state.ts';
import { createAsking } from './asking.ts';
import { createBringing, type FileToBring } from './bringing.ts';
import type { Conversation } from './conversation.ts';
import { formatRoute, type ReaderTarget, type View } from './route.ts';
import { createServerWatch } from './server-watch.ts';
import type { Store } from './store.ts';
import type { Turn } from './turn.ts';

/** Everything the reader can do. Components call these and change nothing themselves. */
export interface Commands {
  /** Asks in the open conversation, or in a new one. */
  ask(question: string): void;
  /** Asks again from a turn on. What came after it stays, in a conversation of its own. */
  reask(turn: string, question: string): void;
  /** Asks a conversation's questions one after the other, each after the answer before it. */
  replay(conversation: string, questions: readonly string[]): void;
  stop(): void;
  startConversation(): void;
  openConversation(id: string): void;
  removeConversation(id: string): void;
  /** Brings back the conversations that were removed last. */
  undoRemoval(): void;
  forgetRemoved(): void;
  /** Says of an answer that it is useful or wrong. */
  giveFeedback(turn: string, verdict: 'useful' | 'wrong', note: string): void;
  clearHistory(): void;
  setDraft(text: string): void;
  setFilters(filters: ArticleFilters): void;
  setPreferences(preferences: Partial<Preferences>): void;
  /** Shows another view; an open article stays open beside it. */
  show(view: View): void;
  openReader(target: ReaderTarget): void;
  closeReader(): void;
  copy(text: string): void;
  /** Hands the reader an answer with its evidence as one file. */
  prove(turn: Turn): void;
  /** Brings files of news to the server. */
  bring(files: readonly FileToBring[]): void;
  removeUpload(id: string): void;
  restoreUpload(id: string): void;
  dismissNews(): void;
  checkServer(): void;
}

export const CommandsContext = createContext<Commands | null>(null);

export function useCommands(): Commands {
  const commands = useContext(CommandsContext);
  if (commands === null) throw new Error('useCommands needs a CommandsContext above it.');
  return commands;
}

/** The id of the open conversation, or null on the start page. */
function openConversationId(store: Store): string | null {
  const { view } = store.getState().route;
  return view.name === 'chat' ? view.conversation : null;
}

export function createCommands(store: Store, browserLanguage: Language): Commands {
  const messages = () => MESSAGES[store.getState().language];
  const announce = (text: string): void =>
    store.dispatch({ type: 'announced', text, at: Date.now(), shown: false });
  const confirm = (text: string): void =>
    store.dispatch({ type: 'announced', text, at: Date.now(), shown: true });
  const checkServer = createServerWatch(store, () => confirm(messages().serverBack));
  const bringing = createBringing(store, checkServer);
  const tell = (work: Promise<void>): void => {
    work.catch((thrown: unknown) => {
      const code = problemOf(thrown)?.code;
      confirm((code && messages().errors[code]) ?? messages().errorTitle);
    });
  };
  const asking = createAsking(store, {
    onStart: () => announce(messages().answering),
    onEnd: (status, place) => {
      const turn = store
        .getState()
        .conversations.find(({ id }) => id === place.conversation)
        ?.turns.find(({ id }) => id === place.turn);
      if (status === 'done' && turn?.answer?.abstained === true) announce(messages().doneRefused);
      else if (status === 'done') {
        announce(
          messages().done(
            turn?.blocks.filter(isStatement).length ?? 0,
            turn?.citations.length ?? 0,
          ),
        );
      } else if (status === 'stopped') announce(messages().stopped);
      else announce(messages().answerFailed);
    },
    onUnreachable: checkServer,
  });
  const go = (view: View, reader: ReaderTarget | null): void => {
    window.location.hash = formatRoute({ view, reader });
  };
  const goToConversation = (id: string): void => {
    const { reader } = store.getState().route;
    go({ name: 'chat', conversation: id, asks: [] }, reader);
  };
  const find = (id: string | null): Conversation | undefined =>
    store.getState().conversations.find((each) => each.id === id);

  return {
    ask(question) {
      const open = openConversationId(store);
      const id = open ?? crypto.randomUUID();
      store.dispatch({ type: 'draft-changed', conversation: open ?? '', text: '' });
      void asking.ask(id, question, find(id)?.turns.length ?? 0);
      if (open === null) goToConversation(id);
    },
    reask(turn, question) {
      const conversation = find(openConversationId(store));
      const keep = conversation?.turns.findIndex(({ id }) => id === turn) ?? -1;
      if (conversation === undefined || keep < 0) return;
      if (keep === conversation.turns.length - 1) {
        void asking.ask(conversation.id, question, keep);
        return;
      }
      const id = crypto.randomUUID();
      store.dispatch({
        type: 'conversation-put',
        conversation: { ...conversation, id, turns: conversation.turns.slice(0, keep) },
      });
      void asking.ask(id, question, keep);
      goToConversation(id);
    },
    async replay(conversation, questions) {
      for (const [index, question] of questions.entries()) {
        await asking.ask(conversation, question, index);
        if (find(conversation)?.turns[index]?.status !== 'done') return;
      }
    },
    stop() {
      const open = openConversationId(store);
      if (open !== null) asking.stop(open);
    },
    startConversation: () => go({ name: 'chat', conversation: null, asks: [] }, null),
    openConversation: goToConversation,
    removeConversation(id) {
      asking.stop(id);
      store.dispatch({ type: 'conversation-removed', id, undoable: true });
      if (openConversationId(store) === id) {
        go({ name: 'chat', conversation: null, asks: [] }, null);
      }
    },
    clearHistory() {
      for (const { id } of store.getState().conversations) asking.stop(id);
      store.dispatch({ type: 'conversations-cleared' });
      go({ name: 'chat', conversation: null, asks: [] }, null);
    },
    undoRemoval: () => store.dispatch({ type: 'removal-undone' }),
    forgetRemoved: () => store.dispatch({ type: 'removed-forgotten' }),
    giveFeedback(turn, verdict, note) {
      const conversation = find(openConversationId(store));
      const judged = conversation?.turns.find(({ id }) => id === turn);
      if (conversation === undefined || judged === undefined) return;
      const place = { conversation: conversation.id, turn };
      const giving = sendFeedback(judged, verdict, note).then(() => {
        store.dispatch({ type: 'feedback-given', ...place, verdict });
        confirm(messages().feedback.thanks);
      });
      tell(giving);
    },
    setDraft: (text) =>
      store.dispatch({
        type: 'draft-changed',
        conversation: openConversationId(store) ?? '',
        text,
      }),
    setFilters: (filters) =>
      store.dispatch({
        type: 'filters-changed',
        conversation: openConversationId(store),
        filters,
      }),
    setPreferences(preferences) {
      const before = store.getState().language;
      store.dispatch({ type: 'preferences-changed', preferences, browserLanguage });
      const { language } = store.getState();
      const open = openConversationId(store);
      if (language !== before && open !== null) void asking.render(open, language);
    },
    show: (view) => go(view, store.getState().route.reader),
    openReader: (target) => go(store.getState().route.view, target),
    closeReader: () => go(store.getState().route.view, null),
    copy(text) {
      navigator.clipboard.writeText(text).then(
        () => confirm(messages().copied),
        () => confirm(messages().copyFailed),
      );
    },
    prove: (turn) =>
      tell(
        import('../proof/export-proof.ts').then(({ exportProof }) =>
          exportProof(turn, store.getState().language),
        ),
      ),
    bring(files) {
      if (files.length > 0) void bringing.bring(files);
    },
    removeUpload: (id) => tell(bringing.remove(id)),
    restoreUpload: (id) => tell(bringing.restore(id)),
    dismissNews: () => store.dispatch({ type: 'news-dismissed' }),
    checkServer,
  };
}
