import { FlatVectors } from '../vector/flat-vectors.ts';
import { VectorGraph } from '../vector/vector-graph.ts';
import { answerRequests } from './answer-requests.ts';

/** Builds the graph of some vectors and writes it to a new file. */
export interface GraphRequest {
  /** Shared with the thread, not copied. */
  readonly data: Float32Array;
  readonly dimensions: number;
  readonly file: string;
}

answerRequests<GraphRequest>(async ({ data, dimensions, file }, onProgress) => {
  const vectors = new FlatVectors(data, dimensions);
  VectorGraph.build(vectors, onProgress).write(file);
  // The library says nothing of a write that failed: the file is good when it reads back whole.
  return (await VectorGraph.read(file, dimensions)).count === vectors.count;
});
