import type { Language } from '../../../src/core/article.ts';
import { type QuestionRequest, streamAnswer } from '../api/answer-stream.ts';
import { isAborted, problemOf } from '../api/request.ts';
import { messagesFor } from './conversation.ts';
import { createEventBatch } from './event-batch.ts';
import type { Store } from './store.ts';
import { applyAnswerEvent, newTurn, type TurnStatus } from './turn.ts';

/** Runs the questions that are being answered, one for each conversation. */
export interface Asking {
  /** Asks in a conversation, after its first `keep` turns; resolves when the answer has ended. */
  ask(conversation: string, question: string, keep: number): Promise<void>;
  /** Ends an answer early, in the server too. */
  stop(conversation: string): void;
  /** Has the answers of a conversation in another language, where no model wrote them. */
  render(conversation: string, language: Language): Promise<void>;
}

export interface AskingListener {
  onStart(): void;
  onEnd(status: TurnStatus, place: { conversation: string; turn: string }): void;
  onUnreachable(): void;
}

/** What a request says of who is to write. @param writer as in `Preferences` */
function writerOf(writer: string): Pick<QuestionRequest, 'model' | 'composer'> {
  if (writer === '') return {};
  return writer === 'extractive' ? { composer: writer } : { model: writer };
}

export function createAsking(store: Store, listener: AskingListener): Asking {
  const running = new Map<string, AbortController>();

  return {
    async ask(conversation, question, keep) {
      running.get(conversation)?.abort();
      const controller = new AbortController();
      running.set(conversation, controller);
      const turn = crypto.randomUUID();
      const place = { conversation, turn };
      store.dispatch({ type: 'question-asked', ...place, question, keep, at: Date.now() });
      listener.onStart();
      const asked = store.getState().conversations.find(({ id }) => id === conversation);
      const batch = createEventBatch((events) =>
        store.dispatch({ type: 'answer-advanced', ...place, events }),
      );
      const end = (status: TurnStatus, thrown: unknown): void => {
        batch.flush();
        store.dispatch({ type: 'answer-ended', ...place, status, problem: problemOf(thrown) });
        const ended = store
          .getState()
          .conversations.find(({ id }) => id === conversation)
          ?.turns.find(({ id }) => id === turn);
        if (ended !== undefined) listener.onEnd(ended.status, place);
      };
      try {
        const messages = messagesFor(asked?.turns.slice(0, -1) ?? [], question);
        const filters = asked?.filters ?? {};
        const { writer } = store.getState().preferences;
        const request = { messages, filters, ...writerOf(writer) };
        const events = streamAnswer(request, controller.signal);
        for await (const event of events) batch.add(event);
        end('done', null);
      } catch (thrown) {
        if (isAborted(thrown) || controller.signal.aborted) end('stopped', null);
        else if (problemOf(thrown) !== null) end('failed', thrown);
        else {
          end('interrupted', null);
          listener.onUnreachable();
        }
      } finally {
        if (running.get(conversation) === controller) running.delete(conversation);
      }
    },
    async render(conversation, language) {
      const known = store.getState().conversations.find(({ id }) => id === conversation);
      for (const [index, turn] of (known?.turns ?? []).entries()) {
        const isDone = turn.status === 'done' && turn.answer?.composer === 'extractive';
        if (!isDone || turn.language === language) continue;
        const place = { conversation, turn: turn.id };
        if (turn.otherLanguage?.language === language) {
          store.dispatch({ type: 'answer-rendered', ...place, content: turn.otherLanguage });
          continue;
        }
        const messages = messagesFor(known?.turns.slice(0, index) ?? [], turn.question);
        const filters = turn.filters ?? {};
        let rendered = newTurn(turn.id, turn.question);
        try {
          const request = { messages, filters, answerLanguage: language };
          const events = streamAnswer(request, new AbortController().signal);
          for await (const event of events) rendered = applyAnswerEvent(rendered, event);
        } catch {
          // The answer stays in the language that it has.
          continue;
        }
        if (rendered.status !== 'done') continue;
        const { kind, blocks, passages, citations, notices, answer } = rendered;
        const content = { language, kind, blocks, passages, citations, notices, answer };
        store.dispatch({ type: 'answer-rendered', ...place, content });
      }
    },
    stop(conversation) {
      running.get(conversation)?.abort();
    },
  };
}
