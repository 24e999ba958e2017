// Run in a process of its own: makes index after index, two collections in turn, until it is
// killed or an index cannot be made. Arguments: the data folder, how many articles the second
// collection has, and how many dimensions the vectors.
import { asYinzhengError } from '../../src/core/errors.ts';
import { indexArticles } from '../../src/index/index-articles.ts';
import { SampleEmbedder, sampleAnalyzer } from './sample-collection.ts';
import { DIMENSIONS, turnCollection } from './turn-collection.ts';

const [directory = '', large = '', dimensions = DIMENSIONS] = process.argv.slice(2);
process.stdout.write('ready\n');
try {
  for (let turn = 0; ; turn++) {
    await indexArticles({
      ...turnCollection(turn % 2 === 0 ? 'even' : 'odd', turn % 2 === 0 ? 20 : Number(large)),
      chunkSettings: { size: 120, overlap: 0 },
      embedder: new SampleEmbedder('sample-1', Number(dimensions)),
      analyzer: sampleAnalyzer,
      directory,
      force: true,
    });
    process.stdout.write('turn\n');
  }
} catch (error) {
  process.stdout.write(`${asYinzhengError(error).code} ${String(error)}\n`);
}
