import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../../src/core/article.ts';
import type { NameAnalyzer } from '../../../src/language/names/names.ts';
import { loadLanguageTools } from '../../../src/language/segment/load-language-tools.ts';

let names: NameAnalyzer;

beforeAll(async () => {
  ({ names } = await loadLanguageTools());
});

const found = (text: string, language: Language) =>
  names.findNames(text, language).map(({ text: name }) => name);
const ofKind = (text: string, language: Language, kind: string) =>
  names.findNames(text, language).flatMap((name) => (name.kind === kind ? [name.text] : []));

describe('names in Chinese', () => {
  const ministers =
    '国防部长董军25日在青岛分别会见来华出席上海合作组织成员国国防部长会议的白俄罗斯国防部长赫列宁、' +
    '伊朗国防部长纳西尔扎德、巴基斯坦国防部长阿西夫、吉尔吉斯斯坦国防部长穆卡姆别托夫、俄罗斯国防部长别洛乌索夫。';

  it('are people, transliterated ones whole although the segmenter cuts them', () => {
    expect(ofKind(ministers, 'zh', 'person')).toEqual([
      '董军',
      '赫列宁',
      '纳西尔扎德',
      '阿西夫',
      '穆卡姆别托夫',
      '别洛乌索夫',
    ]);
    expect(ofKind('省委书记郝鹏致辞，省长王新伟主持，沈跃跃出席。', 'zh', 'person')).toEqual([
      '郝鹏',
      '王新伟',
      '沈跃跃',
    ]);
    expect(found('东西问丨阿依达尔·阿姆列巴耶夫谈上海精神', 'zh')).toContain(
      '阿依达尔·阿姆列巴耶夫',
    );
  });

  it('are whole where the segmenter cuts off a surname', () => {
    expect(found('7月26日，孙海燕大使在新加坡致辞。', 'zh')).toContain('孙海燕');
    expect(found('何海燕局长说', 'zh')).toContain('何海燕');
    expect(found('向海燕学习', 'zh')).toEqual(['海燕']);
  });

  it('are places and organizations', () => {
    expect(ofKind(ministers, 'zh', 'place')).toEqual([
      '青岛',
      '白俄罗斯',
      '伊朗',
      '巴基斯坦',
      '吉尔吉斯斯坦',
      '俄罗斯',
    ]);
    expect(ofKind(ministers, 'zh', 'organization')).toEqual(['上海合作组织']);
    expect(ofKind('清华大学国家战略研究院研究员钱峰', 'zh', 'organization')).toContain('清华大学');
  });

  it('are not common words, nor grammar', () => {
    expect(found('各方一致同意深化务实合作，增进友谊，取得丰硕成果。', 'zh')).toEqual([]);
    expect(found('一是组织或参加会议，二是主办演习。', 'zh')).toEqual([]);
  });
});

describe('names in English', () => {
  it('are capitalised words, held together by small ones', () => {
    const text =
      'On Wednesday, Defence Minister Khawaja Asif of Pakistan met Andrei Belousov in Qingdao. ' +
      'The Ministry of National Defense said so. Kazakhstan joined the U.S. in July.';
    expect(found(text, 'en')).toEqual([
      'Defence Minister Khawaja Asif',
      'Pakistan',
      'Andrei Belousov',
      'Qingdao',
      'Ministry of National Defense',
      'Kazakhstan',
      'U.S.',
    ]);
  });

  it('are not the first words of sentences, months or weekdays', () => {
    expect(found('Cooperation deepened. In June, however, trade fell on Monday.', 'en')).toEqual(
      [],
    );
    expect(found('Since Tanaghrisson left, talks stalled.', 'en')).toEqual(['Tanaghrisson']);
  });

  it('stand in Chinese text too, without the Chinese around them', () => {
    expect(found('据CNN报道，来自比利时的William Saeys说', 'zh')).toEqual(
      expect.arrayContaining(['CNN', '比利时', 'William Saeys']),
    );
  });
});

describe('found names', () => {
  it('are slices of the text, in order, apart from each other', () => {
    const seeds = readFileSync(
      new URL('../../../seeds/shanghai-spirit.txt', import.meta.url),
      'utf8',
    );
    const paragraphs = seeds.split('\n').filter((line) => line.length > 40);
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...paragraphs), fc.string({ unit: 'binary', maxLength: 60 })),
        fc.nat(400),
        fc.constantFrom<Language>('zh', 'en'),
        (paragraph, start, language) => {
          const text = paragraph.slice(start);
          let end = 0;
          for (const name of names.findNames(text, language)) {
            expect(text.slice(name.start, name.end)).toBe(name.text);
            expect(name.start).toBeGreaterThanOrEqual(end);
            expect(name.end).toBeGreaterThan(name.start);
            end = name.end;
          }
        },
      ),
    );
  });
});

describe('name keys', () => {
  const share = (chinese: string, english: string) => {
    const keys = names.nameKeys(chinese, 'zh');
    return [...names.nameKeys(english, 'en').keys()].some((key) => keys.has(key));
  };

  it.each([
    ['国防部长董军主持会议', 'Defense Minister Dong Jun chaired the meeting'],
    ['沈跃跃出席论坛', 'Shen Yueyue attended the forum'],
    ['俄罗斯国防部长别洛乌索夫', 'Russian minister Andrei Belousov'],
    ['防长阿西夫指出', 'minister Khawaja Asif pointed out'],
    ['在乔尔蓬阿塔市举行', 'held in Cholpon-Ata'],
    ['会议在青岛举行', 'the meeting in Qingdao'],
    ['吉尔吉斯斯坦代表', 'a Kyrgyz delegate'],
    ['圣贝纳迪诺都市区', 'the city of San Bernardino'],
  ])('of %s and %s meet', (chinese, english) => {
    expect(share(chinese, english)).toBe(true);
  });

  it.each([
    ['俄罗斯国防部长别洛乌索夫', 'Khawaja Asif of Pakistan'],
    ['国防部长董军', 'Shen Yueyue and Hao Peng'],
    ['会议在青岛举行', 'a court in Shenyang'],
  ])('of %s and %s do not', (chinese, english) => {
    expect(share(chinese, english)).toBe(false);
  });
});

describe('matching names', () => {
  const LIKELY = 0.5;

  it.each([
    ['别洛乌索夫', 'Andrei Belousov'],
    ['阿西夫', 'Khawaja Asif'],
    ['赫列宁', 'Khrenin'],
    ['纳西尔扎德', 'Aziz Nasirzadeh'],
    ['阿依达尔·阿姆列巴耶夫', 'Aidar Amrebayev'],
    ['董军', 'Jun Dong'],
    ['青岛市', 'Qingdao'],
    ['上海合作组织', 'Shanghai Cooperation Organization'],
    ['上合组织', 'SCO'],
    ['上合组织', '上海合作组织'],
    ['SCO', 'the Shanghai Cooperation Organization'],
    ['人民日报', 'Ren Min Ri Bao'],
    ['华沙', 'Warsaw'],
    ['美国', 'U.S.'],
    ['俄罗斯', 'Russian'],
    ['Asif', 'Khawaja Asif'],
    ['阿西夫', '国防部长阿西夫'],
  ])('%s is %s, whichever comes first', (a, b) => {
    expect(names.namesMatch(a, b)).toBeGreaterThanOrEqual(LIKELY);
    expect(names.namesMatch(b, a)).toBe(names.namesMatch(a, b));
  });

  it.each([
    ['阿西夫', 'Belousov'],
    ['王新伟', 'Wang Wei'],
    ['李强', 'Li Keqiang'],
    ['哈萨克斯坦', 'Kyrgyzstan'],
    ['董军', '董建华'],
    ['Khawaja Asif', 'Andrei Belousov'],
    ['青岛', 'Shenyang'],
    ['', 'Asif'],
  ])('%s is not %s', (a, b) => {
    expect(names.namesMatch(a, b)).toBeLessThan(LIKELY);
  });

  it('has no trouble with a word of 16,000 letters', () => {
    const word = 'Na'.repeat(8000);
    expect(names.findNames(`${word} met Khawaja Asif.`, 'en').map(({ text }) => text)).toContain(
      'Khawaja Asif',
    );
    expect(names.nameKeys(`Mr ${word} spoke.`, 'en').size).toBeLessThan(10);
  });
});
