// A thread begins with Node's own loader, which does not read TypeScript, and tsx's --import hook
// leaves threads alone. So every thread begins here: plain JavaScript, which registers tsx and goes
// on to the module that the thread is for.
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.entry);
