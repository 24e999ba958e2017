import { describe, expect, it } from 'vitest';
import { recoverOutline } from '../../src/ingest/brief-outline.ts';

describe('recoverOutline', () => {
  it('puts headings and items on lines of their own', () => {
    const brief =
      'Group 1 - The organization is open to all U.S. Allies [4][6] - It decides by consensus [4] Group 2: Next Steps - The summit follows in July. - Trade grows - slowly - each year.';
    expect(recoverOutline(brief).split('\n')).toEqual([
      'Group 1',
      '- The organization is open to all U.S. Allies [4][6]',
      '- It decides by consensus [4]',
      'Group 2: Next Steps',
      '- The summit follows in July.',
      '- Trade grows - slowly - each year.',
    ]);
  });

  it('does the same for a Chinese brief', () => {
    const brief =
      '核心要点 - 会议在青岛举行。 - 各方达成共识。 - 纪要已签署。 后续安排 - 峰会将在天津举行。';
    expect(recoverOutline(brief).split('\n')).toEqual([
      '核心要点',
      '- 会议在青岛举行。',
      '- 各方达成共识。',
      '- 纪要已签署。',
      '后续安排',
      '- 峰会将在天津举行。',
    ]);
  });

  it('leaves prose with dashes as it is', () => {
    const prose =
      'The talks - the first since May - ended well. Li Ming - The envoy - left. It is over.';
    expect(recoverOutline(prose)).toBe(prose);
  });
});
