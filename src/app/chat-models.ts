import { YinzhengError } from '../core/errors.ts';
import type { Config } from './config.ts';

/** The models that a reader may choose from, question by question. */
export interface ChatModels {
  /** The one that is used where nobody chooses comes first; empty where answers are extractive. */
  names(): readonly string[];
  /** @throws {YinzhengError} `invalid-request` for a model that is not offered */
  requireOffered(name: string | undefined): void;
  close(): void;
}

export interface ChatModelsDeps {
  /** Asks the server which models it has. Absent: what the server has is not known here. */
  readonly listServerModels?: (() => Promise<readonly string[]>) | undefined;
  readonly reportFailure?: ((error: unknown, what: string) => void) | undefined;
}

/** Milliseconds after which the server is asked again which models it has. */
const REFRESH_INTERVAL = 300_000;
/** Models that a server lists beside those that write. */
const OTHER_USE = /embed|rerank|whisper|tts|moderation|dall-e/iu;

/**
 * The models that the settings name, or those that the server lists (`CHAT_MODELS=*`), as far as
 * they are known yet.
 */
export function createChatModels(
  { chatModel }: Pick<Config, 'chatModel'>,
  { listServerModels, reportFailure = () => {} }: ChatModelsDeps = {},
): ChatModels {
  if (chatModel === null) return createFixed([]);
  const { name, choices } = chatModel;
  if (choices !== 'server') return createFixed([...new Set([name, ...choices])]);
  let listed: readonly string[] = [name];
  // Whoever cannot list leaves it to the server to refuse a model that it does not have.
  if (listServerModels === undefined) {
    return { names: () => listed, requireOffered: () => {}, close: () => {} };
  }
  const refresh = () =>
    listServerModels().then(
      (names) => {
        const writers = names.filter((each) => !OTHER_USE.test(each));
        listed = [...new Set([name, ...writers])];
      },
      (error: unknown) => reportFailure(error, "the server's models could not be listed"),
    );
  void refresh();
  const timer = setInterval(refresh, REFRESH_INTERVAL).unref();
  return {
    names: () => listed,
    requireOffered: (wanted) => requireOneOf(listed, wanted),
    close: () => clearInterval(timer),
  };
}

function createFixed(names: readonly string[]): ChatModels {
  return {
    names: () => names,
    requireOffered: (wanted) => requireOneOf(names, wanted),
    close: () => {},
  };
}

function requireOneOf(names: readonly string[], wanted: string | undefined): void {
  if (wanted === undefined || names.includes(wanted)) return;
  const offered =
    names.length === 0
      ? 'no model, since none is configured'
      : `one of ${names.map((name) => `"${name}"`).join(', ')}`;
  throw new YinzhengError('invalid-request', `Expected ${offered}; got "${wanted}".`, {
    field: 'model',
  });
}
