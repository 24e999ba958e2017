import { McpServer } from '@modelcontextprotocol/server';
import type { Application } from '../../core/application.ts';
import type { LinkArticle } from '../article-link.ts';
import { registerPrompts } from './prompts.ts';
import { registerArticles } from './resources.ts';
import { registerTools } from './tools.ts';

export interface McpParts {
  readonly application: Application;
  /** Address under which the page opens an article; null where nobody serves the page. */
  readonly linkArticle: LinkArticle | null;
}

const INSTRUCTIONS = `Yinzheng answers from a collection of news articles in Chinese and English.
Use "ask" for a question: every sentence of its answer cites the articles, word for word, and it says so
when they hold no answer. Use "search" and "fetch" to read for yourself, "summarize" and "timeline" for
an event, a topic or a period. Answer from what the tools return, give the address of each source, and
do not add news from elsewhere.
引证根据一批中英文新闻回答问题：提问用 ask，检索和阅读原文用 search 与 fetch，事件综述用 summarize，
时间线用 timeline。请只依据工具返回的内容作答，并给出每条来源的地址。`;

/** A server of the Model Context Protocol over an application; one for each connection or request. */
export function createMcpServer(parts: McpParts): McpServer {
  const server = new McpServer(
    { name: 'yinzheng', title: 'Yinzheng 引证', version: '0.1.0' },
    {
      capabilities: { tools: {}, resources: {}, prompts: {} },
      instructions: INSTRUCTIONS,
    },
  );
  registerTools(server, parts);
  registerArticles(server, parts);
  registerPrompts(server);
  return server;
}
