import { MultiBar, Presets, type SingleBar } from 'cli-progress';
import type { IndexingProgress, IndexingStage } from '../src/core/indexer.ts';

const STAGE_NAMES: Readonly<Record<IndexingStage, string>> = {
  read: 'Reading files',
  chunk: 'Cutting into chunks',
  embed: 'Embedding',
  analyse: 'Indexing words',
  graph: 'Linking vectors',
  events: 'Finding events',
  write: 'Writing',
};

/** Where the progress of a run goes. */
export interface ProgressDisplay {
  readonly update: (progress: IndexingProgress) => void;
  /** May be called more than once. */
  readonly stop: () => void;
}

export const NO_PROGRESS: ProgressDisplay = { update: () => {}, stop: () => {} };

/** Bars on a terminal, plain lines elsewhere. */
export function showProgress(stream: NodeJS.WriteStream): ProgressDisplay {
  return stream.isTTY ? showBars(stream) : showLines(stream);
}

/** One bar for each stage, with counts, rate and time left. */
function showBars(stream: NodeJS.WriteStream): ProgressDisplay {
  const bars = new Map<IndexingStage, { readonly bar: SingleBar; readonly began: number }>();
  const width = Math.max(...Object.values(STAGE_NAMES).map((name) => name.length));
  const all = new MultiBar(
    {
      stream,
      format: '{name} {bar} {percentage}%  {value}/{total}  {rate}/s  {eta_formatted} left',
      autopadding: true,
      hideCursor: true,
      // Bars stay when a run is over; the run itself answers to signals.
      gracefulExit: false,
    },
    Presets.shades_classic,
  );
  return {
    update({ stage, done, total }) {
      const known = bars.get(stage);
      const rate = known === undefined ? 0 : perSecond(done, known.began);
      const payload = { name: STAGE_NAMES[stage].padEnd(width), rate };
      if (known === undefined) {
        const bar = all.create(total, done, payload);
        bars.set(stage, { bar, began: performance.now() });
      } else {
        known.bar.setTotal(total);
        known.bar.update(done, payload);
      }
    },
    stop: () => all.stop(),
  };
}

/** Milliseconds between two lines about the same stage. */
const LINE_INTERVAL = 5_000;

/** A line when a stage begins and ends, and now and then in between. */
function showLines(stream: NodeJS.WritableStream): ProgressDisplay {
  const stages = new Map<IndexingStage, { readonly began: number; told: number; done: boolean }>();
  return {
    update({ stage, done, total }) {
      const now = performance.now();
      const known = stages.get(stage);
      const state = known ?? { began: now, told: now, done: false };
      stages.set(stage, state);
      const ends = done >= total && !state.done;
      if (known !== undefined && !ends && now - state.told < LINE_INTERVAL) return;
      if (state.done) return;
      state.told = now;
      state.done = ends;
      const rate = done === 0 || known === undefined ? '' : ` (${perSecond(done, state.began)}/s)`;
      stream.write(`${STAGE_NAMES[stage]}: ${done} of ${total}${rate}\n`);
    },
    stop: () => {},
  };
}

function perSecond(done: number, began: number): number {
  const seconds = (performance.now() - began) / 1000;
  return seconds <= 0 ? 0 : Math.round(done / seconds);
}
