import type { RequestHandler } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { AnswerEvent } from '../core/answer-event.ts';
import type { Application } from '../core/application.ts';
import { asYinzhengError, type ErrorCode } from '../core/errors.ts';

/** What a server counts, in Prometheus's form. */
export interface Metrics {
  /** The same application, whose answers and searches are counted. */
  measure(application: Application): Application;
  /** Counts requests by method, status and part of the API. */
  readonly countRequests: RequestHandler;
  /** `GET /metrics`. */
  readonly serve: RequestHandler;
}

/** Seconds; from what a search takes to what a slow model does. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

/** Parts of the API, so that no address of a client makes a series of its own. */
const PARTS = /^\/(api|v1|mcp|retrieval|metrics)(?:\/([a-z]+))?/u;

const isModelError = (code: string) => code.startsWith('model-') || code === 'embedding-failed';

/** @param health tells of the index when somebody asks */
export function createMetrics({ health }: Pick<Application, 'health'>): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register, prefix: 'yinzheng_' });
  const requestSeconds = new Histogram({
    name: 'yinzheng_http_request_duration_seconds',
    help: 'Time from the request to the end of its response',
    labelNames: ['method', 'part', 'status'],
    buckets: BUCKETS,
    registers,
  });
  const stageSeconds = new Histogram({
    name: 'yinzheng_stage_duration_seconds',
    help: 'Time that a stage of an answer or a search took',
    labelNames: ['stage'],
    buckets: BUCKETS,
    registers,
  });
  const answers = new Counter({
    name: 'yinzheng_answers_total',
    help: 'Answers and summaries by how they ended',
    labelNames: ['outcome', 'composer'],
    registers,
  });
  const modelErrors = new Counter({
    name: 'yinzheng_model_errors_total',
    help: 'Failures of the servers of language and embedding models',
    labelNames: ['code'],
    registers,
  });
  describeIndex(health, registers);

  const countStages = (timings: Readonly<Record<string, number>>) => {
    for (const [stage, ms] of Object.entries(timings)) stageSeconds.observe({ stage }, ms / 1_000);
  };
  const countFailure = (code: ErrorCode) => {
    if (isModelError(code)) modelErrors.inc({ code });
  };

  async function* follow(start: () => AsyncIterable<AnswerEvent>): AsyncGenerator<AnswerEvent> {
    let ended = false;
    const end = (outcome: string, composer: string) => {
      ended = true;
      answers.inc({ outcome, composer });
    };
    let composer = 'unknown';
    try {
      for await (const event of start()) {
        if (event.type === 'meta') composer = event.composer;
        if (event.type === 'done') {
          end(event.answer.outcome, event.answer.composer);
          countStages(event.answer.timings);
          // A model that failed is made up for, and the reader is told.
          for (const { code } of event.answer.notices) {
            if (isModelError(code)) modelErrors.inc({ code });
            if (code === 'words-only') modelErrors.inc({ code: 'embedding-failed' });
          }
        }
        if (event.type === 'error') {
          end('failed', composer);
          countFailure(event.problem.code);
        }
        yield event;
      }
    } catch (error) {
      const { code, status } = asYinzhengError(error);
      if (!ended) end(status < 500 ? 'rejected' : 'failed', composer);
      countFailure(code);
      throw error;
    } finally {
      if (!ended) end('stopped', composer);
    }
  }

  return {
    measure: (application) => ({
      ...application,
      answer: (request) => follow(() => application.answer(request)),
      summarize: (request) => follow(() => application.summarize(request)),
      async search(request) {
        const found = await application.search(request);
        countStages(found.timings);
        return found;
      },
    }),
    countRequests(request, response, next) {
      const [, part = 'page', detail] = PARTS.exec(request.path) ?? [];
      const end = requestSeconds.startTimer({
        method: request.method,
        part: detail === undefined ? part : `${part}/${detail}`,
      });
      response.once('close', () => {
        // What is not served may have any name.
        const isServed = response.statusCode !== 404;
        end({ status: String(response.statusCode), ...(isServed ? {} : { part }) });
      });
      next();
    },
    async serve(_request, response) {
      response.set('Cache-Control', 'no-store').type(register.contentType);
      response.send(await register.metrics());
    },
  };
}

/** Size and age of the index, read when somebody asks. */
function describeIndex(health: Application['health'], registers: Registry[]): void {
  const gauges = {
    articles: 'Articles in the index',
    chunks: 'Chunks in the index',
  } as const;
  for (const name of ['articles', 'chunks'] as const) {
    new Gauge({
      name: `yinzheng_index_${name}`,
      help: gauges[name],
      registers,
      collect() {
        this.set(health().index?.[name] ?? 0);
      },
    });
  }
  new Gauge({
    name: 'yinzheng_index_age_seconds',
    help: 'Time since the index was made; absent where there is none',
    registers,
    collect() {
      const { index } = health();
      this.reset();
      if (index !== null) this.set((Date.now() - Date.parse(index.createdAt)) / 1_000);
    },
  });
}
