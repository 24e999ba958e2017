// OpenAI's own SDK. Start the server with `npm start`, then: node examples/openai-sdk.mjs "QUESTION"
import OpenAI from 'openai';

const server = process.env.YINZHENG_URL ?? 'http://127.0.0.1:3000';
const question = process.argv[2] ?? '上合组织国防部长会议在哪里举行？';

const client = new OpenAI({
  baseURL: `${server}/v1`,
  // One of the server's API_KEYS; anything where it has none.
  apiKey: process.env.YINZHENG_API_KEY ?? 'none',
});

const stream = await client.chat.completions.create({
  model: 'yinzheng',
  messages: [{ role: 'user', content: question }],
  stream: true,
  stream_options: { include_usage: true },
});

const sources = [];
for await (const { choices, usage } of stream) {
  const delta = choices[0]?.delta ?? {};
  process.stdout.write(delta.content ?? '');
  // Each annotation stands for one marker of the text and opens the cited words.
  for (const { url_citation } of delta.annotations ?? []) sources.push(url_citation);
  if (usage) console.log(`\n\n${usage.total_tokens} tokens`);
}
for (const { title, url } of sources) console.log(`- ${title}: ${url}`);
