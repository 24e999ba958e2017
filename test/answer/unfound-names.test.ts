import { describe, expect, it } from 'vitest';
import { ask } from './seed-pipeline.ts';

/** What an answer that may be one says before it quotes; '' where it is sure, or none. */
async function leadOf(question: string): Promise<string> {
  const { answer } = await ask(question);
  return answer.blocks.flatMap((block) => (block.kind === 'possible' ? [block.text] : [])).join('');
}

describe('what a possible answer says that it did not find', () => {
  it('names who is not spoken of', async () => {
    expect(await leadOf('王毅怎么评价北约？')).toContain('“王毅”');
    expect(
      await leadOf('What is the guiding principle of the SCO, according to Baerbock?'),
    ).toContain('“Baerbock”');
  });

  it.each([
    'Who gave the keynote at the friendship forum in Shenyang?',
    'How does Asif describe NATO?',
    'Who praised China for stopping the conflict from spreading?',
    '友好城市论坛是在沈阳哪个场馆开幕的？',
    '那场论坛没去的是谁？',
  ])('names no word that the quote has in other words: %s', async (question) => {
    expect(await leadOf(question)).not.toMatch(/found nothing|没有找到/u);
  });
});
