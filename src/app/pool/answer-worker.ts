import { readlinkSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { Application } from '../../core/application.ts';
import { nextTurn, orAborted } from '../../core/async.ts';
import { YinzhengError } from '../../core/errors.ts';
import type { SearchIndex } from '../../core/search-index.ts';
import { createEventDetector } from '../../events/event-detector.ts';
import { openSharedGeneration, type SharedGeneration } from '../../index/shared-generation.ts';
import { composeOver } from '../compose.ts';
import { composeEmbedder, composeLanguage } from '../compose-models.ts';
import { warmUp, warmUpFurther } from '../warm-up.ts';
import {
  type MessageFromWorker,
  type MessageToWorker,
  toPortable,
  type WorkerArgument,
  type WorkerCall,
} from './messages.ts';

/** A worker's side of the pool: an application of its own over the arrays that all workers share. */

/** Milliseconds between two signs that the event loop turns. */
const PULSE_INTERVAL = 20;
/** Milliseconds of work after which the event loop has a turn. */
const TURN_MS = 5;
/** Milliseconds without a call after which none is expected at once. */
const IDLE_MS = 1_000;

const port = parentPort;
if (port === null) throw new Error('This module runs in a worker thread only.');
const say = (message: MessageFromWorker) => port.postMessage(message);

const { config, generation, pulse, window } = workerData.argument as WorkerArgument;
const beats = new Int32Array(pulse);
setInterval(() => Atomics.add(beats, 0, 1), PULSE_INTERVAL);
if (process.platform === 'linux') {
  Atomics.store(beats, 1, Number(readlinkSync('/proc/thread-self').split('/').at(-1)));
}

/** A call under way. */
interface Running {
  readonly work: AbortController;
  /** Values that may still be sent before the reader has taken some. */
  credit: number;
  /** Goes on where the call waits for its reader. */
  resume: (() => void) | null;
}

const running = new Map<number, Running>();
/** When the last call began or ended, by `performance.now()`. */
let calledAt = Number.NEGATIVE_INFINITY;
let index: SearchIndex | null = null;

const reportFailure = (error: unknown, what: string) =>
  say({ kind: 'report', what, failure: toPortable(error) });
const language = await composeLanguage(config);
const embedder = composeEmbedder(config, language);
const application = composeOver({
  config,
  language,
  embedder,
  currentIndex: () => {
    if (index !== null) return index;
    throw new YinzhengError('index-missing', 'The data folder holds no index.');
  },
  reportFailure,
  onReadiness: (readiness) => say({ kind: 'readiness', readiness }),
});

port.on('message', (message: MessageToWorker) => {
  switch (message.kind) {
    case 'call':
      void answerCall(message.id, message.call);
      break;
    case 'taken': {
      const call = running.get(message.id);
      if (call === undefined) break;
      call.credit += message.count;
      call.resume?.();
      break;
    }
    case 'abort': {
      const call = running.get(message.id);
      call?.work.abort();
      call?.resume?.();
      break;
    }
    case 'end':
      process.exit();
      break;
    case 'open':
      void open(message.generation).then((failure) => say({ kind: 'opened', failure }));
  }
});
say({
  kind: 'ready',
  failure: generation === null ? null : await open(generation),
  fingerprints: {
    embedder: { fingerprint: embedder.fingerprint },
    analyzer: { fingerprint: language.passageAnalyzer.fingerprint },
    eventDetector: { fingerprint: createEventDetector(language).fingerprint },
  },
});

async function open(shared: SharedGeneration) {
  const isFirst = index === null;
  try {
    index = await openSharedGeneration(shared, {
      embedderFingerprint: embedder.fingerprint,
      analyzerFingerprint: language.passageAnalyzer.fingerprint,
    });
    if (isFirst) {
      const parts = { application, config, reportFailure };
      await warmUp(parts);
      void warmUpFurther(parts, whenIdle);
    }
    return null;
  } catch (error) {
    return toPortable(error);
  }
}

async function whenIdle(): Promise<void> {
  while (running.size > 0 || performance.now() - calledAt < IDLE_MS) {
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS / 10));
  }
}

async function answerCall(id: number, call: WorkerCall): Promise<void> {
  const own: Running = { work: new AbortController(), credit: window, resume: null };
  running.set(id, own);
  calledAt = performance.now();
  const { signal } = own.work;
  let made: unknown[] = [];
  let sending: NodeJS.Immediate | null = null;
  const send = () => {
    if (sending !== null) clearImmediate(sending);
    sending = null;
    if (made.length > 0 && !signal.aborted) say({ kind: 'values', id, values: made });
    made = [];
  };
  let turned = performance.now();
  try {
    for await (const value of valuesOf(call, signal)) {
      if (signal.aborted) break;
      made.push(value);
      own.credit -= 1;
      sending ??= setImmediate(send);
      if (own.credit > 0 && performance.now() - turned < TURN_MS) continue;
      send();
      while (own.credit <= 0 && !signal.aborted) {
        await new Promise<void>((resolve) => {
          own.resume = resolve;
        });
        own.resume = null;
      }
      // An abort that came while this answer was made is heard here.
      await nextTurn();
      turned = performance.now();
    }
    send();
    say({ kind: 'ended', id, failure: null });
  } catch (error) {
    send();
    say({ kind: 'ended', id, failure: signal.aborted ? null : toPortable(error) });
  } finally {
    running.delete(id);
    calledAt = performance.now();
  }
}

/** Everything a use case gives: its events, or its one result. */
async function* valuesOf(
  { useCase, parameters }: WorkerCall,
  signal: AbortSignal,
): AsyncGenerator<unknown, void, void> {
  switch (useCase) {
    case 'answer':
      yield* application.answer({ ...parameters[0], signal });
      return;
    case 'summarize':
      yield* application.summarize({ ...parameters[0], signal });
      return;
    case 'search':
      yield await application.search({ ...parameters[0], signal });
      return;
    case 'timeline':
      yield await application.timeline({ ...parameters[0], signal });
      return;
    default:
      yield await orAborted(callPlain(application, useCase, parameters, signal), signal);
  }
}

/** The use cases whose signal is their last parameter. */
function callPlain(
  {
    articleDates,
    eventChanges,
    comparePresses,
    embed,
    lookUpWord,
    askableQuestions,
    readingAid,
    textAid,
  }: Application,
  useCase: Exclude<WorkerCall['useCase'], 'answer' | 'summarize' | 'search' | 'timeline'>,
  parameters: WorkerCall['parameters'],
  signal: AbortSignal,
): Promise<unknown> {
  const plain = {
    articleDates,
    eventChanges,
    comparePresses,
    embed,
    lookUpWord,
    askableQuestions,
    readingAid,
    textAid,
  };
  const call = plain[useCase] as (...parameters: unknown[]) => Promise<unknown>;
  return call(...parameters, signal);
}
