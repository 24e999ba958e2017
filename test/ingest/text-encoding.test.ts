import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/ingest/text-encoding.ts';
import { encodeGb18030 } from './encode-gb18030.ts';

const news = '新华社青岛7月7日电 记者从文化和旅游部获悉，上海合作组织成员国的会议在青岛举行。';

describe('decodeText', () => {
  it('reads UTF-8, with and without a byte order mark', () => {
    expect(decodeText(Buffer.from(news))).toEqual({ text: news, warnings: [] });
    expect(decodeText(Buffer.from(`\ufeff${news}`))).toEqual({ text: news, warnings: [] });
  });

  it('reads UTF-16 by its byte order mark', () => {
    expect(decodeText(Buffer.from(`\ufeff${news}`, 'utf16le'))).toEqual({
      text: news,
      warnings: [],
    });
    const bigEndian = Buffer.from(`\ufeff${news}`, 'utf16le').swap16();
    expect(decodeText(bigEndian)).toEqual({ text: news, warnings: [] });
  });

  it('reads GB18030 and says so', () => {
    expect(decodeText(encodeGb18030(news))).toEqual({
      text: news,
      warnings: ['Read as GB18030, since it is not UTF-8.'],
    });
  });

  it('believes a page that names its charset', () => {
    expect(decodeText(encodeGb18030(news), 'gb2312')).toEqual({ text: news, warnings: [] });
  });

  it('reads English from an old Windows machine', () => {
    const bytes = Buffer.from(
      'The ministers\x92 meeting was held in Qingdao on Wednesday.',
      'latin1',
    );
    expect(decodeText(bytes)).toMatchObject({
      text: 'The ministers’ meeting was held in Qingdao on Wednesday.',
    });
  });

  it('tells binary data and unknown encodings', () => {
    expect(decodeText(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toMatchObject({
      code: 'binary',
    });
    const russian = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0xec, 0xe8, 0xf0, 0xff]);
    expect(decodeText(russian)).toMatchObject({ code: 'unknown-encoding' });
  });

  it('reports invisible characters it took out', () => {
    expect(decodeText(Buffer.from('上\u200b海'))).toEqual({
      text: '上海',
      warnings: ['1 invisible or control character was removed.'],
    });
  });
});
