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
