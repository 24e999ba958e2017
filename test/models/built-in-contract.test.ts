import { loadBuiltInEmbedder } from '../../src/models/built-in/load-embedder.ts';
import { loadLanguageTools } from '../../src/text/load-language-tools.ts';
import { loadLexicon } from '../../src/text/load-lexicon.ts';
import { describeEmbeddings } from './embeddings-contract.ts';

const lexicon = loadLexicon();
const analyzer = (await loadLanguageTools({ lexicon })).analyzer;

describeEmbeddings('built-in', async () => loadBuiltInEmbedder(lexicon, analyzer));
