import { loadLexicon } from '../../src/language/dictionary/load-lexicon.ts';
import { loadLanguageTools } from '../../src/language/segment/load-language-tools.ts';
import { describeEmbeddings } from './embeddings-contract.ts';
import { loadBuiltInEmbedder } from './load-built-in-embedder.ts';

const lexicon = loadLexicon();
const analyzer = (await loadLanguageTools({ lexicon })).analyzer;

describeEmbeddings('built-in', async () => loadBuiltInEmbedder(lexicon, analyzer));
