import { describe, expect, it } from 'vitest';
import {
  groupAcceptedAnswers,
  holdsEveryAnswer,
  holdsSomeAnswer,
} from '../../../lab/evaluate/accepted-answer.ts';

describe('accepted answers', () => {
  it('takes each string for a thing to be found, and a list for its forms', () => {
    const groups = groupAcceptedAnswers(['海清', ['张译', '张颂文']]);
    expect(holdsEveryAnswer('海清、张颂文主演', groups)).toBe(true);
    expect(holdsEveryAnswer('海清主演', groups)).toBe(false);
    expect(holdsSomeAnswer('海清主演', groups)).toBe(true);
  });

  it('takes one date in several spellings for one thing', () => {
    const groups = groupAcceptedAnswers(['December 1 2017', 'Dec. 1, 2017', '1 December, 2017']);
    expect(holdsEveryAnswer('It came out on Dec. 1, 2017.', groups)).toBe(true);
    expect(holdsEveryAnswer('It came out on Dec. 2, 2017.', groups)).toBe(false);
  });

  it('keeps two different dates apart', () => {
    const groups = groupAcceptedAnswers(['11月15日', '16日']);
    expect(holdsEveryAnswer('11月15日至16日', groups)).toBe(true);
    expect(holdsEveryAnswer('11月15日', groups)).toBe(false);
  });

  it('overlooks width, case and blanks', () => {
    expect(holdsEveryAnswer('新款 ｉPhone se 发布', groupAcceptedAnswers(['iPhone SE']))).toBe(
      true,
    );
  });
});
