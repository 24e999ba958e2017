import { pinyin } from 'pinyin-pro';
import type { Outlet } from '../core/article.ts';
import { OUTLET_ENDING, REPORT_DAY } from '../language/discourse/datelines.ts';
import { findHeadline } from './headline.ts';
import { listOutlets, type OutletNames } from './outlets.ts';

/** Labels that say what kind of item it is, and not who published it. */
const GENERIC_LABELS = new Set(['newsflash', 'flashnews', '快讯', '7x24快讯']);

const UNKNOWN: Outlet = { name: '', zh: '来源不详', en: 'Unknown source' };

/**
 * Who sent a report, where it says so: `新华社青岛7月7日电`, 新京报讯（记者…）, 央视网消息：, 极目新闻记者 胡莉,
 * 来源：央视新闻客户端. The name is what stands before the word that marks it.
 */
const SENDER_MARK = new RegExp(
  String.raw`(?:${REPORT_DAY}|(?:讯|消息)\s?[（(：:，,]|(?:全媒体|本报|驻\p{Script=Han}{1,8})?(?:特约|特派)?记者[\s：:]|APP获悉)`,
  'u',
);
const SOURCE_LINE = /(?:来源|转自|综合)\s?[：:]\s?([\p{Script=Han}A-Za-z·]{2,14})/u;
/** An outlet that the directory does not list, known by what its name ends in. */
const UNLISTED = new RegExp(
  String.raw`^(?![据由])[\p{Script=Han}A-Za-z]{2,7}?${OUTLET_ENDING}`,
  'u',
);
/** UTF-16 units behind the headline in which the first two lines are read. */
const OPENING_REACH = 200;
/** UTF-16 units of a line in which a sender stands. */
const SENDER_REACH = 60;
/** At the end of a text, those in which its source stands. */
const SOURCE_REACH = 60;
const MAX_SENDER_LENGTH = 12;

/** Finds an outlet by any of its names. Built once and passed to what needs it. */
export class OutletDirectory {
  readonly #byKey = new Map<string, OutletNames>();

  constructor(outlets: readonly OutletNames[] = listOutlets()) {
    for (const outlet of outlets) {
      const spelled = pinyin(outlet.zh, { toneType: 'none', type: 'array', nonZh: 'consecutive' });
      const names = [outlet.zh, outlet.en, ...outlet.aliases, spelled.join('')];
      for (const key of names.map(keyOf)) {
        if (key !== '' && !this.#byKey.has(key)) this.#byKey.set(key, outlet);
      }
    }
  }

  /**
   * The outlet that published an article, in both languages. Where the article names none, or only
   * a label such as `news flash`, the dateline its text opens with decides.
   *
   * @param source as the article names it (`Ren Min Ri Bao`, `人民日报`, `People's Daily`), or null
   */
  find(source: string | null, body: string): Outlet {
    const name = source?.replace(/\s+/gu, ' ').trim() ?? '';
    const key = keyOf(name);
    const known = this.#byKey.get(key);
    const isUnnamed = name === '' || GENERIC_LABELS.has(key);
    const sender = isUnnamed ? this.#findSender(body) : undefined;
    if (sender !== undefined) return { name: name || sender.zh, zh: sender.zh, en: sender.en };
    if (known !== undefined) return { name, zh: known.zh, en: known.en };
    return name === '' ? UNKNOWN : { name, zh: name, en: name };
  }

  #findSender(body: string): OutletNames | undefined {
    const start = findHeadline(body)?.reportStart ?? 0;
    const openings = body
      .slice(start, start + OPENING_REACH)
      .split('\n', 2)
      .map((line) => line.slice(0, SENDER_REACH).replace(/^[（(【\s]+/u, ''));
    for (const opening of openings) {
      const mark = SENDER_MARK.exec(opening);
      const signed = mark === null ? '' : opening.slice(0, mark.index);
      const sender = this.#longestName(signed) ?? unlistedOutlet(signed);
      if (sender !== undefined) return sender;
    }
    for (const text of [...openings, body.slice(-SOURCE_REACH)]) {
      const name = SOURCE_LINE.exec(text)?.[1] ?? '';
      const source = this.#longestName(name) ?? unlistedOutlet(name);
      if (source !== undefined) return source;
    }
    return undefined;
  }

  /** The known outlet whose name opens a text. */
  #longestName(text: string): OutletNames | undefined {
    for (let length = Math.min(MAX_SENDER_LENGTH, text.length); length >= 2; length--) {
      const key = keyOf(text.slice(0, length));
      const outlet = GENERIC_LABELS.has(key) ? undefined : this.#byKey.get(key);
      if (outlet !== undefined) return outlet;
    }
    return undefined;
  }
}

function unlistedOutlet(text: string): OutletNames | undefined {
  const name = UNLISTED.exec(text)?.[0];
  return name === undefined ? undefined : { zh: name, en: name, aliases: [] };
}

/** Letters and digits alone, so that spacing, case and punctuation do not matter. */
function keyOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
