import { loadLexicon } from '../../src/language/dictionary/load-lexicon.ts';
import { loadLanguageTools } from '../../src/language/segment/load-language-tools.ts';
import { loadBuiltInEmbedder } from '../../src/models/built-in/load-embedder.ts';
import { describeEmbeddings } from './embeddings-contract.ts';

const lexicon = loadLexicon();
const analyzer = (await loadLanguageTools({ lexicon })).analyzer;

describeEmbeddings('built-in', async () => loadBuiltInEmbedder(lexicon, analyzer));
