import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/core/article.ts';
import { loadSeeds } from '../language-tools.ts';
import { compose, composerOver, requestFor, writingModel } from './composition-fixture.ts';

const seeds = await loadSeeds();
const DEFENCE = seeds.filter(({ title }) => /防长|国防部长|拓展深化/.test(title));

async function write(text: string, language: Language = 'zh', question?: string) {
  const asked =
    question ?? (language === 'zh' ? '会议由谁主持？' : 'Who chaired the meeting in Qingdao?');
  const { composition, composer, shown, events } = await compose(
    composerOver(writingModel(text)),
    requestFor(asked, DEFENCE, { language }),
  );
  const verdicts = composition.sentences.map(({ support }) => support.verdict);
  return { composition, composer, shown, verdicts, events };
}

describe('what models really write', () => {
  it.each([
    ['（段落1）', '会议由中国国防部长董军主持（段落1）。'],
    ['a bare number in brackets', '会议由中国国防部长董军主持(1)。'],
    ['superscripts', '会议由中国国防部长董军主持¹。'],
    ['Traditional Chinese', '會議由中國國防部長董軍主持[1]。'],
    ['a label', '回答：会议由中国国防部长董军主持[1]。'],
    ['a code fence', '```\n会议由中国国防部长董军主持[1]。\n```'],
    ['JSON', '{"answer": "会议由中国国防部长董军主持。", "citations": [1]}'],
    ['a table', '| 项目 | 内容 |\n| --- | --- |\n| 主持 | 中国国防部长董军 [1] |\n'],
    ['a gloss', '会议由中国国防部长董军（Dong Jun）主持[1]。'],
    [
      'reasoning without its opening tag',
      '用户问谁主持。\n我先看段落。</think>会议由中国国防部长董军主持[1]。',
    ],
    ['a list of sources', '会议由中国国防部长董军主持[1]。\n\n来源：\n[1] 某标题 | 某报\n'],
    ['a closing offer', '会议由中国国防部长董军主持[1]。\n如果需要更多信息，请告诉我。'],
    ['the question again', '会议由谁主持？会议由中国国防部长董军主持[1]。'],
    [
      'scripts for addresses',
      '会议由[中国国防部长董军](javascript:alert(1))主持[1](javascript:alert(1))。',
    ],
  ])('is read with %s', async (_, text) => {
    const { composer, shown, verdicts } = await write(text);
    expect(composer).toBe('model');
    expect(verdicts.length).toBeGreaterThan(0);
    expect(new Set(verdicts)).toEqual(new Set(['supported']));
    expect(shown).toMatch(/董军|董軍/);
    expect(shown).not.toMatch(
      /段落|think|```|"answer"|来源|告诉我|谁主持|[¹]|\(1\)|某标题|alert|\)\)/,
    );
  });

  it.each([
    [
      'en' as const,
      'The meeting was held in Qingdao [1]. See [here](javascript:alert(1)) and [2](http://evil.example/(a)).',
    ],
    ['zh' as const, '会议在青岛举行[1]。详见[这里](javascript:alert(1))[2](http://evil.example)。'],
  ])(
    'leaves no scrap of a link, nor a sentence that only points at one (%s)',
    async (language, text) => {
      const { shown, verdicts } = await write(text, language);
      expect(shown).not.toMatch(/alert|javascript|evil|\)\)|\]\(|here|这里/);
      expect(verdicts).toEqual(['supported']);
    },
  );

  it('keeps names in brackets in an English answer', async () => {
    const { composer, verdicts } = await write(
      'The meeting was chaired by Dong Jun (董军), China’s defence minister [1].',
      'en',
    );
    expect(composer).toBe('model');
    expect(verdicts).toEqual(['supported']);
  });

  it.each([
    ['zh' as const, '是的。会议在青岛举行[1]。'],
    ['en' as const, 'Yes. The meeting was held in Qingdao [1].'],
    ['zh' as const, '要点如下：\n- 会议在青岛举行[1]。'],
    ['en' as const, '## Details\n\nThe meeting was held in Qingdao [1].'],
  ])('shows frames without a verdict (%s)', async (language, text) => {
    const { verdicts, shown } = await write(text, language);
    expect(verdicts).toEqual(['supported']);
    expect(shown).toMatch(/^(?:是的。|Yes\.|要点如下：|\*\*Details\*\*)/u);
  });

  it.each([
    ['zh' as const, '报道中没有提到会期。不过会议在青岛举行[1]。'],
    ['zh' as const, '会议在青岛举行[1]。\nNOT_IN_PASSAGES: 会期'],
    [
      'en' as const,
      'The passages do not say how long it lasted. The meeting was held in Qingdao [1].',
    ],
    ['en' as const, 'The meeting was held in Qingdao [1].\nNOT_IN_PASSAGES: its length'],
  ])('answers in part where a part is there (%s)', async (language, text) => {
    const { composer, verdicts, shown, composition } = await write(text, language);
    expect(composer).toBe('model');
    expect(composition.refusal).toBeNull();
    expect(verdicts).toEqual(['supported']);
    expect(shown).not.toContain('NOT_IN_PASSAGES');
  });

  it.each([
    ['zh' as const, '很抱歉，根据所给材料我无法确定会期。'],
    ['zh' as const, '段落中没有提到会期。也没有给出结束时间的信息。'],
    ['en' as const, 'I am sorry, but I cannot determine that. The passages do not mention it.'],
  ])('refuses where all of it refuses (%s)', async (language, text) => {
    const { composition } = await write(text, language);
    expect(composition.refusal).not.toBeNull();
  });

  it('marks what is unproved, and replaces only what is contradicted', async () => {
    const unproved = await write('各国青年科学家共同研发了新型海水淡化装置[1]。');
    expect(unproved.composer).toBe('model');
    expect(unproved.verdicts).not.toContain('supported');
    const contradicted = await write('会议于2025年3月3日在北京举行[1]。');
    expect(contradicted.composer).toBe('extractive');
  });
});
