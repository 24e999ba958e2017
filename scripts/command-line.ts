import { type ParseArgsConfig, parseArgs } from 'node:util';
import { asYinzhengError, YinzhengError } from '../src/core/errors.ts';

/**
 * A command's words by its options.
 * @throws {YinzhengError} `usage`, naming the option that is wrong and how to write it
 */
export function readCommandLine<Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new YinzhengError('usage', error instanceof Error ? `${error.message}.` : String(error));
  }
}

/** @throws {YinzhengError} `usage` when the value is no day of the calendar, as `YYYY-MM-DD` */
export function requireDay(option: string, value: string): void {
  const date = new Date(`${value}T00:00:00Z`);
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
  if (isDay && value.length === 10) return;
  throw new YinzhengError('usage', `--${option} takes a day as YYYY-MM-DD; "${value}" came.`);
}

/**
 * Tells people why a command failed, without a stack.
 * @param printJson given where a program asked: it is told instead, as one JSON object
 * @returns the exit code
 */
export function reportFailure(
  thrown: unknown,
  writeError: (text: string) => void,
  printJson?: (text: string) => void,
): number {
  const error = asYinzhengError(thrown);
  if (printJson === undefined) writeError(`${error.toText()}\n`);
  else printJson(`${JSON.stringify({ error: error.toProblem() })}\n`);
  if (error.code === 'internal') writeError(`${String(thrown)}\n`);
  return error.exitCode;
}
