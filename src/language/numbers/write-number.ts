import type { Language } from '../../core/article.ts';

/** A number as an English reader writes it: `2.5 million`. */
export function scaled(value: number): string {
  if (value >= 1e9) return `${round(value / 1e9)} billion`;
  if (value >= 1e6) return `${round(value / 1e6)} million`;
  return new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 }).format(value);
}

/** A number as a Chinese reader writes it: `250万`. */
export function grouped(value: number): string {
  if (value >= 1e8) return `${round(value / 1e8)}亿`;
  if (value >= 1e4) return `${round(value / 1e4)}万`;
  return String(value);
}

function round(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}

/** Money by its ISO 4217 code, in the reader's language; null where the code is not known. */
export function writeMoney(value: number, code: string, reader: Language): string | null {
  try {
    const names = new Intl.DisplayNames([reader === 'zh' ? 'zh-CN' : 'en'], { type: 'currency' });
    const name = names.of(code);
    if (name === undefined || name === code) return null;
    if (reader === 'zh') return `${grouped(value)}${name === '人民币' ? '元' : name}`;
    return `${scaled(value)} ${name === 'Chinese Yuan' ? 'yuan' : name.replace(/Dollar$/u, 'dollars').replace(/^US /u, 'US ')}`;
  } catch {
    return null;
  }
}
