import { expect, it } from 'vitest';
import { decodeProfiles, encodeProfiles } from '../../../src/index/snapshot/event-file.ts';

function written(profiles: readonly unknown[]): Buffer<ArrayBuffer> {
  return Buffer.from(Buffer.concat([...encodeProfiles('detector "1"', profiles)]));
}

it('writes profiles as one JSON object, however many there are', () => {
  for (const count of [0, 1, 499, 500, 501, 1_250]) {
    const profiles = Array.from({ length: count }, (_, place) => ({ id: `文章 ${place}` }));
    const bytes = written(profiles);
    expect(bytes.toString('utf8')).toBe(JSON.stringify({ detector: 'detector "1"', profiles }));
    const buffer = new Uint8Array(bytes).buffer;
    expect(decodeProfiles(buffer, 'detector "1"')).toEqual(profiles);
    expect(decodeProfiles(buffer, 'another')).toEqual([]);
  }
});
