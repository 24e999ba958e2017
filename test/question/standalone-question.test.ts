import { describe, expect, it } from 'vitest';
import type { ChatMessage } from '../../src/core/composer.ts';
import { standaloneQuestion } from '../../src/question/standalone-question.ts';
import { loadLanguageTools } from '../answer/language-tools.ts';

const tools = await loadLanguageTools();

/** Turns alternate between the user and the assistant. */
function standalone(...turns: string[]): string {
  const messages = turns.map(
    (content, i): ChatMessage => ({ role: i % 2 === 0 ? 'user' : 'assistant', content }),
  );
  return standaloneQuestion(messages, tools);
}

describe('a follow-up that stands alone', () => {
  it('leaves a question that lacks nothing as it is', () => {
    expect(standalone('谁主持了会议？', '**董军** [1]', '北约峰会在哪里开幕？')).toBe(
      '北约峰会在哪里开幕？',
    );
    expect(standalone('Who chaired it?', '**董军** [1]', 'Where did the NATO summit open?')).toBe(
      'Where did the NATO summit open?',
    );
  });

  it('puts the person just named in place of the pronoun', () => {
    expect(
      standalone('谁主持了国防部长会议？', '**董军** [1]\n\n董军主持会议。 [1]', '他会见了谁？'),
    ).toBe('董军会见了谁？');
  });

  it('takes the short answer for the person where the client says which it was', () => {
    const blocks = [
      { kind: 'short-answer', text: '别洛乌索夫' },
      { kind: 'quote', text: '董军会见了俄罗斯国防部长别洛乌索夫。' },
    ] as const;
    const messages: ChatMessage[] = [
      { role: 'user', content: '董军会见了哪位国防部长？' },
      { role: 'assistant', content: '**别洛乌索夫** [1]', blocks },
      { role: 'user', content: '他是哪国人？' },
    ];
    expect(standaloneQuestion(messages, tools)).toBe('别洛乌索夫是哪国人？');
  });

  it('carries the matter over to a question of a few words', () => {
    const question = standalone('国防部长会议在哪里举行？', '**青岛** [1]', '谁主持的？');
    expect(question).toContain('国防部长会议');
    expect(question).toContain('谁主持的');
  });

  it('carries the matter over where the question points back to it', () => {
    const question = standalone(
      'Who chaired the defence ministers meeting?',
      '**Dong Jun** [1]',
      'When was it held?',
    );
    expect(question).toMatch(/^When was it held\?/);
    expect(question).toContain('defence ministers meeting');
  });

  it('asks the old question of a new year', () => {
    expect(standalone('2024年汽车销量是多少？', '…', '那2025年呢？')).toBe(
      '2025年汽车销量是多少？',
    );
    expect(standalone('How many cars were sold in 2024?', '…', 'And in 2025?')).toBe(
      'How many cars were sold in 2025?',
    );
  });

  it('asks the old question of a new matter', () => {
    expect(standalone('友好论坛在哪里开幕？', '**沈阳** [1]', '那旅游部门领导人会议呢？')).toBe(
      '旅游部门领导人会议在哪里开幕？',
    );
  });

  it('remembers over more than one turn', () => {
    const question = standalone(
      '国防部长会议在哪里举行？',
      '**青岛** [1]',
      '谁主持的？',
      '**董军** [1]',
      '什么时候？',
    );
    expect(question).toContain('国防部长会议');
  });

  it('carries nothing over that would make the question longer than one may be', () => {
    const question = `Where is he? ${'he '.repeat(1300)}`.trim();
    expect(standalone(`Who is Aaron ${'B'.repeat(3000)}?`, '', question)).toHaveLength(
      question.length,
    );
  });
});
