import type { AnswerEvent } from '../../../src/core/answer-event.ts';
import type { Health } from '../../../src/core/application.ts';
import type { Language } from '../../../src/core/article.ts';
import type { Problem } from '../../../src/core/errors.ts';
import type { ArticleFilters } from '../../../src/core/filters.ts';
import type { CollectionState } from '../../../src/core/http-views.ts';
import type { BroughtFile } from './bringing.ts';
import type { Conversation } from './conversation.ts';
import { HOME, type Route } from './route.ts';
import {
  applyAnswerEvent,
  newTurn,
  type Turn,
  type TurnContent,
  type TurnStatus,
  withContent,
} from './turn.ts';

export type Theme = 'system' | 'light' | 'dark';

export type TextSize = 'normal' | 'large' | 'largest';

export interface Preferences {
  /** Null follows the browser. */
  readonly language: Language | null;
  readonly theme: Theme;
  readonly textSize: TextSize;
  /** Whether keys without a modifier are shortcuts (WCAG 2.1.4 wants them to be switchable). */
  readonly singleKeys: boolean;
  /** The model to write answers: a name, `extractive` for none, or empty for the server's default. */
  readonly writer: string;
}

/** What screen readers are told next; `at` makes a repeated text a new announcement. */
export interface Announcement {
  readonly text: string;
  readonly at: number;
  /** Whether it is also shown for a moment, because nothing else on the page tells it. */
  readonly shown: boolean;
}

export interface AppState {
  readonly route: Route;
  readonly preferences: Preferences;
  /** Language of the interface: the preference, or what the browser asks for. */
  readonly language: Language;
  /** Most recently changed first. */
  readonly conversations: readonly Conversation[];
  /** The unsent question, by conversation; the key of a new one is the empty string. */
  readonly drafts: Readonly<Record<string, string>>;
  /** Filters of the next question of a new conversation. */
  readonly filters: ArticleFilters;
  readonly health: Health | null;
  /** What the server makes of its articles; null until it was seen. */
  readonly collection: CollectionState | null;
  /** Articles that came since the page told of it last; negative where some went. */
  readonly news: number;
  /** Conversations that were removed last, until that is undone or forgotten. */
  readonly removed: readonly Conversation[];
  /** Files that the reader brought since the page was opened, the latest first. */
  readonly brought: readonly BroughtFile[];
  readonly serverReachable: boolean;
  /** False once the browser refused to keep more history. */
  readonly historyKept: boolean;
  readonly announcement: Announcement;
}

export type Action =
  | { readonly type: 'route-changed'; readonly route: Route }
  | {
      readonly type: 'preferences-changed';
      readonly preferences: Partial<Preferences>;
      readonly browserLanguage: Language;
    }
  | { readonly type: 'draft-changed'; readonly conversation: string; readonly text: string }
  | {
      readonly type: 'filters-changed';
      readonly conversation: string | null;
      readonly filters: ArticleFilters;
    }
  | { readonly type: 'conversation-put'; readonly conversation: Conversation }
  | { readonly type: 'conversation-removed'; readonly id: string; readonly undoable: boolean }
  | { readonly type: 'conversations-cleared' }
  | { readonly type: 'removal-undone' }
  | { readonly type: 'removed-forgotten' }
  | {
      readonly type: 'feedback-given';
      readonly conversation: string;
      readonly turn: string;
      readonly verdict: 'useful' | 'wrong';
    }
  | {
      readonly type: 'question-asked';
      readonly conversation: string;
      readonly turn: string;
      readonly question: string;
      /** How many turns to keep before the new one. */
      readonly keep: number;
      readonly at: number;
    }
  | {
      readonly type: 'answer-advanced';
      readonly conversation: string;
      readonly turn: string;
      readonly events: readonly AnswerEvent[];
    }
  | {
      readonly type: 'answer-ended';
      readonly conversation: string;
      readonly turn: string;
      readonly status: TurnStatus;
      readonly problem: Problem | null;
    }
  | {
      readonly type: 'answer-rendered';
      readonly conversation: string;
      readonly turn: string;
      readonly content: TurnContent;
    }
  | { readonly type: 'server-answered'; readonly health: Health }
  | { readonly type: 'server-lost' }
  | { readonly type: 'collection-seen'; readonly collection: CollectionState }
  | { readonly type: 'news-dismissed' }
  | { readonly type: 'file-brought'; readonly brought: BroughtFile }
  | { readonly type: 'history-refused' }
  | {
      readonly type: 'announced';
      readonly text: string;
      readonly at: number;
      readonly shown: boolean;
    };

export function initialState(browserLanguage: Language): AppState {
  return {
    route: HOME,
    preferences: {
      language: null,
      theme: 'system',
      textSize: 'normal',
      singleKeys: true,
      writer: '',
    },
    language: browserLanguage,
    conversations: [],
    drafts: {},
    filters: {},
    health: null,
    collection: null,
    news: 0,
    removed: [],
    brought: [],
    serverReachable: true,
    historyKept: true,
    announcement: { text: '', at: 0, shown: false },
  };
}

function putConversation(state: AppState, conversation: Conversation): AppState {
  const others = state.conversations.filter(({ id }) => id !== conversation.id);
  const conversations = [conversation, ...others].toSorted((a, b) => b.changedAt - a.changedAt);
  return { ...state, conversations };
}

function changeConversation(
  state: AppState,
  id: string,
  change: (conversation: Conversation) => Conversation,
): AppState {
  const conversations = state.conversations.map((conversation) =>
    conversation.id === id ? change(conversation) : conversation,
  );
  return { ...state, conversations };
}

function changeTurn(
  state: AppState,
  place: { readonly conversation: string; readonly turn: string },
  change: (turn: Turn) => Turn,
): AppState {
  return changeConversation(state, place.conversation, (conversation) => ({
    ...conversation,
    turns: conversation.turns.map((turn) => (turn.id === place.turn ? change(turn) : turn)),
  }));
}

/** The whole behaviour of the state. Pure: what an action means stands here and nowhere else. */
export function reduce(state: AppState, action: Action): AppState {
  switch (action.type) {
    case 'route-changed':
      return { ...state, route: action.route };
    case 'preferences-changed': {
      const preferences = { ...state.preferences, ...action.preferences };
      return { ...state, preferences, language: preferences.language ?? action.browserLanguage };
    }
    case 'draft-changed':
      return { ...state, drafts: { ...state.drafts, [action.conversation]: action.text } };
    case 'filters-changed':
      return action.conversation === null
        ? { ...state, filters: action.filters }
        : changeConversation(state, action.conversation, (conversation) => ({
            ...conversation,
            filters: action.filters,
          }));
    case 'conversation-put':
      return putConversation(state, action.conversation);
    case 'conversation-removed':
      return {
        ...state,
        conversations: state.conversations.filter(({ id }) => id !== action.id),
        removed: action.undoable
          ? state.conversations.filter(({ id }) => id === action.id)
          : state.removed,
      };
    case 'conversations-cleared':
      return {
        ...state,
        conversations: [],
        removed: state.conversations,
        drafts: {},
        historyKept: true,
      };
    case 'removal-undone':
      return { ...state.removed.reduce(putConversation, state), removed: [] };
    case 'removed-forgotten':
      return { ...state, removed: [] };
    case 'feedback-given':
      return changeTurn(state, action, (turn) => ({ ...turn, feedback: action.verdict }));
    case 'question-asked': {
      const before = state.conversations.find(({ id }) => id === action.conversation);
      const turns = [
        ...(before?.turns.slice(0, action.keep) ?? []),
        newTurn(action.turn, action.question, {
          askedAt: action.at,
          filters: before?.filters ?? state.filters,
        }),
      ];
      const replaced = before?.turns.slice(action.keep).map(({ id }) => id) ?? [];
      return putConversation(state, {
        id: action.conversation,
        startedAt: before?.startedAt ?? action.at,
        filters: before?.filters ?? state.filters,
        changedAt: action.at,
        turns,
        replaced: [...(before?.replaced ?? []), ...replaced],
      });
    }
    case 'answer-advanced':
      return changeTurn(state, action, (turn) => action.events.reduce(applyAnswerEvent, turn));
    case 'answer-ended':
      return changeTurn(state, action, (turn) =>
        turn.status === 'answering'
          ? { ...turn, status: action.status, problem: action.problem }
          : turn,
      );
    case 'answer-rendered':
      return changeTurn(state, action, (turn) => withContent(turn, action.content));
    case 'server-answered':
      return { ...state, health: action.health, serverReachable: true };
    case 'server-lost':
      return { ...state, serverReachable: false };
    case 'collection-seen': {
      const before = state.collection;
      const came =
        before === null || before.generation === action.collection.generation
          ? 0
          : action.collection.articles - before.articles;
      return { ...state, collection: action.collection, news: state.news + came };
    }
    case 'news-dismissed':
      return { ...state, news: 0 };
    case 'file-brought': {
      const { brought } = action;
      const isKnown = state.brought.some(({ key }) => key === brought.key);
      return {
        ...state,
        brought: isKnown
          ? state.brought.map((each) => (each.key === brought.key ? brought : each))
          : [brought, ...state.brought],
      };
    }
    case 'history-refused':
      return { ...state, historyKept: false };
    case 'announced':
      return {
        ...state,
        announcement: { text: action.text, at: action.at, shown: action.shown },
      };
  }
}
