// LangChain: the answer as a chat model, the evidence as documents, the vectors as embeddings.
// Start the server with `npm start`, then: node examples/langchain.mjs "QUESTION"
import { Document } from '@langchain/core/documents';
import { ChatOpenAI, OpenAIEmbeddings } from '@langchain/openai';

const server = process.env.YINZHENG_URL ?? 'http://127.0.0.1:3000';
const apiKey = process.env.YINZHENG_API_KEY ?? 'none';
const question = process.argv[2] ?? '上合组织国防部长会议在哪里举行？';
const configuration = { baseURL: `${server}/v1` };

const model = new ChatOpenAI({ model: 'yinzheng', apiKey, configuration });
const answer = await model.invoke(question);
console.log(answer.text);

// LangChain's chat model drops annotations; passages with their links come from /retrieval.
const response = await fetch(`${server}/retrieval`, {
  method: 'POST',
  headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
  body: JSON.stringify({
    knowledge_id: 'news',
    query: question,
    retrieval_setting: { top_k: 3 },
  }),
});
const { records } = await response.json();
const documents = records.map(
  ({ content, metadata }) => new Document({ pageContent: content, metadata }),
);
for (const { pageContent, metadata } of documents) {
  console.log(`- ${metadata.url}\n  ${pageContent.slice(0, 60)}`);
}

const embeddings = new OpenAIEmbeddings({ model: 'yinzheng-embeddings', apiKey, configuration });
console.log(`${(await embeddings.embedQuery(question)).length} dimensions`);
