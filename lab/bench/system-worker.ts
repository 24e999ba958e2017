// A process of its own for each system and phase, so that memory is told apart. It is sent tasks
// one at a time and answers each.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { openCollection, readDocumentPlaces } from './collection-files.ts';
import { loadTools } from './load-tools.ts';
import { prepareCollection } from './prepare-collection.ts';
import type { OpenedSystem, SearchSystem } from './search-system.ts';
import type { BuildReport, OpenReport, SearchReport, Task, TaskReply } from './system-task.ts';

const MEGABYTE = 2 ** 20;

let opened: OpenedSystem | null = null;

async function loadSystem(name: string): Promise<SearchSystem> {
  const module: { readonly system: SearchSystem } = await import(`./systems/${name}.ts`);
  return module.system;
}

/** Resident megabytes, after what can be dropped is dropped. */
function residentMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss() / MEGABYTE;
}

function megabytesOnDisk(directory: string): number {
  return (
    readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .map((name) => statSync(path.join(directory, name)))
      .reduce((sum, status) => sum + (status.isFile() ? status.size : 0), 0) / MEGABYTE
  );
}

async function build(task: Extract<Task, { kind: 'build' }>): Promise<BuildReport> {
  const system = await loadSystem(task.system);
  const collection = await openCollection(task.collection, task.stopWords);
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  await system.build(collection, task.directory);
  const milliseconds = performance.now() - started;
  const { user, system: kernel } = process.cpuUsage(cpuBefore);
  return {
    milliseconds,
    cpuMilliseconds: (user + kernel) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    diskMegabytes: megabytesOnDisk(task.directory),
  };
}

async function open(task: Extract<Task, { kind: 'open' }>): Promise<OpenReport> {
  const system = await loadSystem(task.system);
  const beforeTools = performance.now();
  const tools = await loadTools(await readDocumentPlaces(task.collection), task.stopWords);
  const toolsMilliseconds = performance.now() - beforeTools;
  const before = residentMegabytes();
  const started = performance.now();
  opened = await system.open(task.directory, tools);
  const openMilliseconds = performance.now() - started;
  await opened.search(task.question);
  return {
    toolsMilliseconds,
    openMilliseconds,
    firstAnswerMilliseconds: performance.now() - started,
    megabytes: Math.max(0, residentMegabytes() - before),
    toolsMegabytes: before,
  };
}

async function search(question: string): Promise<SearchReport> {
  if (opened === null) throw new Error('The system is not open.');
  const started = performance.now();
  const documents = await opened.search(question);
  return { milliseconds: performance.now() - started, documents };
}

function perform(task: Task): Promise<unknown> {
  switch (task.kind) {
    case 'prepare':
      return prepareCollection(task.collection);
    case 'build':
      return build(task);
    case 'open':
      return open(task);
    case 'search':
      return search(task.question);
  }
}

// Without the process that asks there is nothing to do.
process.on('disconnect', () => process.exit());

process.on('message', async (task: Task) => {
  let reply: TaskReply;
  try {
    reply = { failed: null, value: await perform(task) };
  } catch (error) {
    reply = { failed: error instanceof Error ? error.message : String(error), value: null };
  }
  process.send?.(reply);
});
