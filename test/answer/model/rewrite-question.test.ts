import { describe, expect, it } from 'vitest';
import { createQuestionRewriter } from '../../../src/answer/model/rewrite-question.ts';
import type { ChatModel } from '../../../src/core/chat-model.ts';
import { YinzhengError } from '../../../src/core/errors.ts';
import { loadLanguageTools } from '../language-tools.ts';
import { writingModel } from './composition-fixture.ts';

const { analyzer } = await loadLanguageTools();
const conversation = [
  { role: 'user' as const, content: '上合组织国防部长会议在哪里举行？' },
  { role: 'assistant' as const, content: '2025年6月26日，会议在青岛举行，董军主持。' },
  { role: 'user' as const, content: '他会见了谁？' },
];
const rewrite = (chatModel: ChatModel, messages = conversation) =>
  createQuestionRewriter({ chatModel, analyzer })(messages, undefined);

describe('rewriting a follow-up with the model', () => {
  it('takes a question that the conversation accounts for', async () => {
    const question = '董军在上合组织国防部长会议上会见了谁？';
    expect(await rewrite(writingModel(`“${question}”\n`))).toBe(question);
  });

  it.each([
    ['an answer', '董军会见了巴基斯坦、伊朗、白俄罗斯的部长，讨论了石油价格与贸易关税。'],
    ['another language', 'Whom did Dong Jun meet in Qingdao?'],
    ['several lines', '董军会见了谁？\n我需要更多信息。'],
    ['a number never spoken of', '董军2024年会见了谁？'],
    ['nothing', '  '],
    ['a flood', '董军会见了谁？'.repeat(60)],
  ])('leaves the question to the rules after %s', async (_, text) => {
    expect(await rewrite(writingModel(text))).toBeNull();
  });

  it('leaves it to the rules when the server fails', async () => {
    const failing: ChatModel = {
      name: 'down',
      // biome-ignore lint/correctness/useYield: it fails before it writes
      async *stream() {
        throw new YinzhengError('model-unavailable', 'No answer.');
      },
    };
    expect(await rewrite(failing)).toBeNull();
  });

  it('asks nothing of the model when there is nothing before the question', async () => {
    const model = writingModel('董军会见了谁？');
    expect(await rewrite(model, conversation.slice(-1))).toBeNull();
    expect(model.prompts).toEqual([]);
  });
});
