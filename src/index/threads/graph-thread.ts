import { FlatVectors } from '../vector/flat-vectors.ts';
import { VectorGraph } from '../vector/vector-graph.ts';
import { answerRequests } from './answer-requests.ts';

export type GraphRequest =
  | {
      /** Builds the graph of some vectors and writes it to a new file. */
      readonly kind: 'build';
      /** Shared with the thread, not copied. */
      readonly data: Float32Array;
      readonly dimensions: number;
      readonly file: string;
    }
  | {
      /** Reads a written graph and says how many vectors it holds. */
      readonly kind: 'count';
      readonly dimensions: number;
      readonly file: string;
    };

answerRequests<GraphRequest>(async (request, onProgress) => {
  const { dimensions, file } = request;
  if (request.kind === 'count') return (await VectorGraph.read(file, dimensions)).count;
  const graph = VectorGraph.build(new FlatVectors(request.data, dimensions), onProgress);
  graph.write(file);
  return graph.count;
});
