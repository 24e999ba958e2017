/** What the HTTP side takes and how long it waits. */
export interface HttpLimits {
  /** Longest request body. A question of 100,000 Chinese characters is 300,000 bytes. */
  readonly bodyLimitBytes: number;
  /** Answers being written, or waiting to be, at once. */
  readonly openAnswers: number;
  /** Milliseconds between signs of life on a quiet event stream. */
  readonly heartbeatMs: number;
  /** Milliseconds a reader may leave an event stream unread before it is closed. */
  readonly stalledReaderMs: number;
}

export const DEFAULT_HTTP_LIMITS: HttpLimits = {
  bodyLimitBytes: 1_048_576,
  openAnswers: 64,
  heartbeatMs: 15_000,
  stalledReaderMs: 60_000,
};
