import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHeadline, titleOf } from '../../src/ingest/headline.ts';

describe('the headline that a portal glues to the text', () => {
  it.each([
    [
      '原标题：官方：流感重症主要为儿童、孕妇和老人央广网北京7月27日消息 今年6月以来，多个省份报告病例。',
      '官方：流感重症主要为儿童、孕妇和老人',
    ],
    [
      '原标题：外媒：两架战机紧急升空应对 外媒：两架战机紧急升空应对 据当地电视台网站报道，一架直升机进入空域。',
      '外媒：两架战机紧急升空应对',
    ],
    ['原标题：志愿者情暖失独老人扬子晚报网7月28日讯（记者 万某）夏季来临。', '志愿者情暖失独老人'],
    ['原标题：油价又涨了！今天，国家发改委通知，价格上调。', '油价又涨了！'],
    [
      '原标题：桥头镇开展走访活动走访慰问现场\n8月1日，桥头镇开展活动。',
      '桥头镇开展走访活动走访慰问现场',
    ],
  ])('%s', (body, headline) => {
    expect(titleOf(body)).toBe(headline);
  });

  it('is null where the text shows none', () => {
    expect(findHeadline('8月8日是第十五个全民健身日。当天，居民欢聚广场。')).toBeNull();
  });

  it('is a slice of the body, and the report begins behind it', () => {
    const part = fc.constantFrom(
      '原标题：',
      '新京报讯（记者',
      '救援',
      '8月1日',
      ' ',
      '\n',
      '“',
      '！',
      '近日，',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const body = parts.join('');
        const found = findHeadline(body);
        if (found === null) return;
        expect(found.start).toBeLessThan(found.end);
        expect(found.reportStart).toBeGreaterThanOrEqual(found.end);
        expect(found.reportStart).toBeLessThanOrEqual(body.length);
      }),
    );
  });
});

describe('a title made from the text', () => {
  it.each([
    [
      '新京报讯（记者陈某）7月29日12时，北京市启动防汛橙色预警响应。各区就绪。',
      '7月29日12时，北京市启动防汛橙色预警响应。',
    ],
    [
      '【环球网报道 记者 徐某】媒体19日消息称，军纪连环出错。详情如下。',
      '媒体19日消息称，军纪连环出错。',
    ],
    ['The council met on Friday. It decided nothing.', 'The council met on Friday.'],
  ])('is the first whole sentence behind its sender: %s', (body, title) => {
    expect(titleOf(body)).toBe(title);
  });

  it('ends a long sentence at a clause mark', () => {
    const body = `${'为更好建设人才高地，'.repeat(12)}活动启动。`;
    expect(titleOf(body)).toMatch(/高地$/u);
  });
});
