import { expect, it } from 'vitest';
import { createEventServices } from '../../src/events/event-services.ts';
import { loadSeeds, openCollection } from './event-collection.ts';

it('a summary that fails throws what it failed with, so that the log has it', async () => {
  const { parts } = await openCollection(await loadSeeds());
  const retriever = { retrieve: () => Promise.reject(new Error('the cause of it')) };
  const { summarize } = createEventServices({ ...parts, retriever });
  const events = summarize({ topic: '上海精神', language: 'zh', length: 'brief' });
  await expect(
    (async () => {
      for await (const event of events) expect(event.type).not.toBe('error');
    })(),
  ).rejects.toThrow('the cause of it');
});
