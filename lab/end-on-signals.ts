/** Exit codes of a program that a signal ended, as shells report them: 128 and the signal's number. */
const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Lets a signal end the process by way of its `exit` event, where folders are removed. */
export function endOnSignals(): void {
  for (const [signal, code] of Object.entries(EXIT_CODES)) {
    process.once(signal, () => process.exit(code));
  }
}
