import type { Browser } from 'playwright-core';
import type { ModelServer } from '../../model-server/model-server.ts';
import type { ServedApplication } from '../served-application.ts';

/** What the scenarios share: one browser, and the real server in both its modes. */
export interface Stage {
  readonly browser: Browser;
  /** Answers with quotes, without a model. */
  readonly server: ServedApplication;
  /** Answers with a model, which is `model`. */
  readonly modelled: ServedApplication;
  readonly model: ModelServer;
}
