import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { CHROMIUM_ARGUMENTS } from '../../scripts/chromium.ts';
import { startModelServer } from '../model-server/model-server.ts';
import { buildWebApp } from './build-web-app.ts';
import { describeBlocks } from './end-to-end/blocks.ts';
import { describeBringingNews } from './end-to-end/bringing-news.ts';
import { describeCraft } from './end-to-end/craft.ts';
import { describeEverydayUse } from './end-to-end/everyday.ts';
import { describeFirstLoad } from './end-to-end/first-load.ts';
import { describeFirstMinute } from './end-to-end/first-minute.ts';
import { describeHappenings } from './end-to-end/happenings.ts';
import { describeJudging } from './end-to-end/judging.ts';
import { describeKeeping } from './end-to-end/keeping.ts';
import { describeKeyboard } from './end-to-end/keyboard.ts';
import { describeNewcomers } from './end-to-end/newcomers.ts';
import { describeOutcomes } from './end-to-end/outcomes.ts';
import { describeProving } from './end-to-end/proving.ts';
import { describeReading } from './end-to-end/reading.ts';
import type { Stage } from './end-to-end/stage.ts';
import { describeTrouble } from './end-to-end/trouble.ts';
import { describeTwoLanguages } from './end-to-end/two-languages.ts';
import { requireChromium } from './require-chromium.ts';
import { serveApplication } from './served-application.ts';

const executablePath = requireChromium(process.env);

describe.skipIf(executablePath === null)('the web app in Chromium', () => {
  const stage = {} as { -readonly [Part in keyof Stage]: Stage[Part] };

  beforeAll(async () => {
    if (executablePath === null) return;
    await buildWebApp();
    stage.model = await startModelServer();
    [stage.browser, stage.server, stage.modelled] = await Promise.all([
      chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS }),
      serveApplication(),
      serveApplication({
        OPENAI_BASE_URL: stage.model.url,
        OPENAI_API_KEY: 'test-key',
        CHAT_MODEL: 'test-model',
      }),
    ]);
  }, 120_000);

  afterAll(async () => {
    await stage.browser?.close();
    await Promise.all([stage.server?.close(), stage.modelled?.close(), stage.model?.close()]);
  });

  describeFirstLoad(stage);
  describeFirstMinute(stage);
  describeBlocks(stage);
  describeOutcomes(stage);
  describeEverydayUse(stage);
  describeKeyboard(stage);
  describeKeeping(stage);
  describeJudging(stage);
  describeReading(stage);
  describeHappenings(stage);
  describeTwoLanguages(stage);
  describeProving(stage);
  describeNewcomers(stage);
  describeCraft(stage);
  describeTrouble(stage);
  describeBringingNews(stage);
});
