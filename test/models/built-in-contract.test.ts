import { loadBuiltInEmbedder } from '../../src/models/built-in/load-embedder.ts';
import { loadLexicon } from '../../src/text/load-lexicon.ts';
import { loadTextAnalyzer } from '../../src/text/load-text-analyzer.ts';
import { describeEmbeddings } from './embeddings-contract.ts';

const lexicon = loadLexicon();
const analyzer = await loadTextAnalyzer({ lexicon });

describeEmbeddings('built-in', async () => loadBuiltInEmbedder(lexicon, analyzer));
