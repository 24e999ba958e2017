import { expect, it } from 'vitest';
import { cutTail } from '../../web/src/text/sentence-tail.ts';

it.each([
  ['会议在青岛举行。 ', '会议在青岛举', '行。'],
  ['It opened in Qingdao.', 'It opened in Qingda', 'o.'],
  ['好', '', '好'],
])('keeps the markers with the last characters of %j', (text, body, tail) => {
  const cut = cutTail([
    { kind: 'text', text, strong: false },
    { kind: 'marker', marker: 1 },
    { kind: 'marker', marker: 2 },
  ]);
  const shown = (runs: typeof cut.body) =>
    runs.map((run) => ('text' in run ? run.text : '')).join('');
  expect([shown(cut.body), shown(cut.tail), cut.markers.length]).toEqual([body, tail, 2]);
});
