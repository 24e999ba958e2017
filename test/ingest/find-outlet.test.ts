import { describe, expect, it } from 'vitest';
import { OutletDirectory } from '../../src/ingest/find-outlet.ts';
import { listOutlets } from '../../src/ingest/outlets.ts';

const directory = new OutletDirectory();

describe('OutletDirectory', () => {
  it.each([
    ['Ren Min Ri Bao', '人民日报', "People's Daily"],
    ['人民日报', '人民日报', "People's Daily"],
    ['People’s Daily', '人民日报', "People's Daily"],
    ['Ren Min Ri Bao Hai Wai Ban', '人民日报海外版', "People's Daily Overseas Edition"],
    ['Xin Hua She', '新华社', 'Xinhua News Agency'],
    ['Xinhua', '新华社', 'Xinhua News Agency'],
    ['Huan Qiu Shi Bao', '环球时报', 'Global Times'],
    ['Chong Qing Ri Bao', '重庆日报', 'Chongqing Daily'],
    ['Chang Jiang Ri Bao', '长江日报', 'Changjiang Daily'],
    ['REUTERS', '路透社', 'Reuters'],
  ])('knows %s', (name, zh, en) => {
    expect(directory.find(name, '')).toEqual({ name, zh, en });
  });

  it('leaves an outlet it does not know under its own name', () => {
    expect(directory.find(' 某县  融媒体中心 ', '')).toEqual({
      name: '某县 融媒体中心',
      zh: '某县 融媒体中心',
      en: '某县 融媒体中心',
    });
  });

  it('reads the dateline where no outlet is named, or only a label', () => {
    expect(directory.find('news flash', '智通财经6月26日电,国防部举行记者会。')).toEqual({
      name: 'news flash',
      zh: '智通财经',
      en: 'Zhitong Finance',
    });
    expect(directory.find(null, '新华社青岛7月7日电 记者获悉').zh).toBe('新华社');
    expect(directory.find('news flash', '据新华社,国防部长会见客人。').zh).toBe('快讯');
    expect(directory.find('辽宁日报', '新华社沈阳7月7日电 记者获悉').zh).toBe('辽宁日报');
    expect(directory.find(null, '会议在青岛举行。').en).toBe('Unknown source');
  });

  it('has a table without gaps or names that two outlets claim', () => {
    const outlets = listOutlets();
    expect(outlets.length).toBeGreaterThan(150);
    const owners = new Map<string, string>();
    for (const { zh, en, aliases } of outlets) {
      expect(zh).not.toBe('');
      expect(en).not.toBe('');
      for (const name of new Set([zh, en, ...aliases].map((form) => form.toLowerCase()))) {
        expect(owners.get(name), name).toBeUndefined();
        owners.set(name, zh);
      }
    }
  });
});

describe('the outlet that a text signs with', () => {
  const outlets = new OutletDirectory();

  it.each([
    ['新京报讯（记者陈某）7月29日，北京启动响应。', '新京报'],
    ['央视网消息：7月27日，国新办举行发布会。', '央视网'],
    ['原标题：两架战机升空 参考消息网8月9日报道，据外媒报道。', '参考消息'],
    ['来源：央视新闻客户端当地时间8月16日，法院受理诉讼。', '央视新闻'],
    ['极目新闻记者 胡某 据外媒报道，比赛结束。', '极目新闻'],
    ['河面上涨。来源：浦东发布返回搜狐，查看更多责任编辑：', '浦东发布'],
  ])('%s', (body, outlet) => {
    expect(outlets.find(null, body).zh).toBe(outlet);
  });

  it('is not the one that a text only refers to', () => {
    expect(outlets.find(null, '据某某日报消息，会议召开。').zh).toBe('来源不详');
  });
});
