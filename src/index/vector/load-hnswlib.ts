import { createRequire } from 'node:module';
import type hnswlib from 'hnswlib-node';

/** The native HNSW library, or why there is none. */
export type LoadedHnswlib =
  | { readonly library: typeof hnswlib; readonly problem: null }
  | { readonly library: null; readonly problem: string };

let loaded: LoadedHnswlib | undefined;

/**
 * The library is compiled when packages are installed, and may be absent where there is no compiler.
 * It is loaded when first asked for.
 */
export function loadHnswlib(): LoadedHnswlib {
  loaded ??= load();
  return loaded;
}

function load(): LoadedHnswlib {
  try {
    const library = createRequire(import.meta.url)('hnswlib-node') as typeof hnswlib;
    return { library, problem: null };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { library: null, problem: code ?? String(error) };
  }
}
