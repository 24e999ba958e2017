import { pinyin } from 'pinyin-pro';
import type { Outlet } from '../core/article.ts';
import { listOutlets, type OutletNames } from './outlets.ts';

/** Labels that say what kind of item it is, and not who published it. */
const GENERIC_LABELS = new Set(['newsflash', 'flashnews', '快讯', '7x24快讯']);

const UNKNOWN: Outlet = { name: '', zh: '来源不详', en: 'Unknown source' };

/** `新华社青岛7月7日电`, `智通财经6月26日电`: a report that opens with who sent it. */
const DATELINE =
  /^[（(【\s]*[^\s，。,][^\n，。]{1,30}?\d{1,2}\s?月\s?\d{1,2}\s?日\s?(?:电|讯|消息)/u;
const LONGEST_SENDER = 12;

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
    for (const line of body.split('\n', 2)) {
      if (!DATELINE.test(line)) continue;
      const opening = line.replace(/^[（(【\s]+/u, '');
      for (let length = LONGEST_SENDER; length >= 2; length--) {
        const key = keyOf(opening.slice(0, length));
        const outlet = GENERIC_LABELS.has(key) ? undefined : this.#byKey.get(key);
        if (outlet !== undefined) return outlet;
      }
    }
    return undefined;
  }
}

/** Letters and digits alone, so that spacing, case and punctuation do not matter. */
function keyOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
