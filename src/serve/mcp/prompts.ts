import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';

/** What readers ask an assistant for, in the words of one language. */
interface PromptText {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly argument: string;
  readonly write: (about: string) => string;
}

const PROMPTS: readonly PromptText[] = [
  {
    name: 'answer-from-the-news',
    title: 'Answer from the news, with sources',
    description: 'Answers a question from the articles alone and cites each of them.',
    argument: 'The question',
    write: (question) =>
      `Answer this question from the news collection alone, with the tools of Yinzheng: ${question}\n` +
      'Cite the title and the address of the article behind every statement. Keep quotes word for ' +
      'word. If the articles do not answer it, say what you looked for and stop there.',
  },
  {
    name: 'brief-an-event',
    title: 'Brief me on an event',
    description: 'A cited brief: core points, what sources differ on, a timeline.',
    argument: 'The event or topic',
    write: (topic) =>
      `Write a brief on ${topic} from the news collection, with "summarize" and "timeline" of ` +
      'Yinzheng: core points, what sources differ on, then what happened when. Cite every point.',
  },
  {
    name: '据新闻回答',
    title: '只据新闻回答，并注明出处',
    description: '只根据新闻库回答问题，每句话注明出处。',
    argument: '问题',
    write: (question) =>
      `请使用引证的工具，只根据新闻库回答：${question}\n` +
      '每个说法都要给出所依据报道的标题和地址，引文一字不改。报道里没有答案时，请说明查找了什么，不要另作补充。',
  },
  {
    name: '事件综述',
    title: '综述一个事件',
    description: '带出处的综述：要点、各方说法的差异、时间线。',
    argument: '事件或主题',
    write: (topic) =>
      `请使用引证的 summarize 和 timeline 工具，综述“${topic}”：先写要点，再写各来源说法的差异，` +
      '最后列出时间线。每一点都要注明出处。',
  },
];

/** Prompts in both languages. */
export function registerPrompts(server: McpServer): void {
  for (const { name, title, description, argument, write } of PROMPTS) {
    const argsSchema = z.object({ about: z.string().min(1).max(4_000).describe(argument) });
    server.registerPrompt(name, { title, description, argsSchema }, ({ about }) => ({
      messages: [{ role: 'user', content: { type: 'text', text: write(about) } }],
    }));
  }
}
