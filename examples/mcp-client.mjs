// The Model Context Protocol over HTTP. Start the server with `npm start`, then:
// node examples/mcp-client.mjs "QUESTION"
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';

const server = process.env.YINZHENG_URL ?? 'http://127.0.0.1:3000';
const key = process.env.YINZHENG_API_KEY;
const question = process.argv[2] ?? '上合组织国防部长会议在哪里举行？';

const client = new Client({ name: 'example', version: '1.0.0' });
await client.connect(
  new StreamableHTTPClientTransport(new URL(`${server}/mcp`), {
    requestInit: { headers: key === undefined ? {} : { authorization: `Bearer ${key}` } },
  }),
);

const { structuredContent } = await client.callTool({ name: 'ask', arguments: { question } });
console.log(structuredContent.answer);
for (const { marker, title, url } of structuredContent.citations) {
  console.log(`- [${marker}] ${title}: ${url}`);
}
await client.close();
