// The AI SDK. Start the server with `npm start`, then: node examples/ai-sdk.mjs "QUESTION"
import { createOpenAI } from '@ai-sdk/openai';
import { generateText } from 'ai';

const server = process.env.YINZHENG_URL ?? 'http://127.0.0.1:3000';
const prompt = process.argv[2] ?? 'Where did the defense ministers of the SCO meet?';

const yinzheng = createOpenAI({
  baseURL: `${server}/v1`,
  apiKey: process.env.YINZHENG_API_KEY ?? 'none',
});

// The Responses API; yinzheng.chat('yinzheng') goes by chat completions and gives the same sources.
const { text, sources } = await generateText({ model: yinzheng('yinzheng'), prompt });
console.log(text);
for (const source of sources) console.log(`- ${source.title}: ${source.url}`);
