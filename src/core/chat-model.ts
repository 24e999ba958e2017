/** A message to a language model. Article text only ever goes in `user` messages, delimited. */
export interface ModelMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

export interface ChatModelRequest {
  readonly messages: readonly ModelMessage[];
  /** Tokens the model may write. */
  readonly maxTokens: number;
  readonly temperature: number;
  readonly signal?: AbortSignal | undefined;
}

/** A language model that writes. */
export interface ChatModel {
  readonly name: string;
  /**
   * Pieces of text as the model writes them. Ends normally only when the server said it finished.
   * @throws {YinzhengError} `model-unavailable`, `model-rate-limited`, `model-timeout`,
   *   `model-interrupted` (no finish reason), `model-response-invalid`.
   */
  stream(request: ChatModelRequest): AsyncIterable<string>;
}
