import type { RawArticle } from './reading.ts';

/** Names that each field goes by in feeds, exports and front matter, the likeliest first. */
const FIELD_NAMES = {
  title: ['title', 'headline', 'name', '标题', '題目', '题目'],
  source: [
    ...['source', 'sourceName', 'source_name', 'publisher', 'outlet', 'media', 'site', 'siteName'],
    ...['来源', '來源', '媒体'],
  ],
  publishedAt: [
    ...['publishedAt', 'published_at', 'datePublished', 'date_published', 'publishDate'],
    ...[
      'publish_date',
      'publishTime',
      'publish_time',
      'pubDate',
      'pub_date',
      'pubtime',
      'published',
    ],
    ...['date', 'datetime', 'time', 'timestamp', '发布时间', '發布時間', '日期', '时间', '時間'],
  ],
  url: ['url', 'link', 'href', 'permalink', '链接', '連結', '网址'],
  body: [
    ...['body', 'text', 'content', 'articleBody', 'fullText', 'full_text'],
    ...['content_html', 'content_text', '正文', '内容', '內容'],
  ],
} as const;

export type RecordField = keyof typeof FIELD_NAMES;

const FIELD_OF = new Map<string, RecordField>(
  (Object.keys(FIELD_NAMES) as RecordField[]).flatMap((field) =>
    FIELD_NAMES[field].map((name) => [name.toLowerCase(), field] as const),
  ),
);

/** The field that a name stands for, in any case, or undefined. */
export function recordFieldOf(name: string): RecordField | undefined {
  return FIELD_OF.get(name.trim().toLowerCase());
}

/** Whether a parsed value is an object with named members. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The article that a parsed object describes; fields that are absent, or also not under
 * `metadata`, are null, and an absent body is empty.
 */
export function articleFromRecord(record: Record<string, unknown>, position: number): RawArticle {
  const metadata = record['metadata'];
  const field = (name: RecordField) =>
    readField(record, name) ?? (isRecord(metadata) ? readField(metadata, name) : null);
  return {
    position,
    title: field('title'),
    source: field('source'),
    publishedAt: field('publishedAt'),
    url: field('url'),
    body: field('body') ?? '',
  };
}

function readField(record: Record<string, unknown>, field: RecordField): string | null {
  const names: readonly string[] = FIELD_NAMES[field];
  const byName = new Map(Object.entries(record).map(([key, value]) => [key.toLowerCase(), value]));
  for (const name of names) {
    const text = asText(byName.get(name.toLowerCase()));
    if (text !== null) return text;
  }
  return null;
}

/** Lists within lists and names within names, beyond which a value is no text. */
const MAX_VALUE_DEPTH = 16;

/** A string or number as text; paragraphs of a list joined; the name of `{"name": …}`. */
function asText(value: unknown, depth = 0): string | null {
  if (depth > MAX_VALUE_DEPTH) return null;
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  if (Array.isArray(value)) {
    const parts = value.map((part) => asText(part, depth + 1)).filter((part) => part !== null);
    return parts.length === 0 ? null : parts.join('\n');
  }
  return isRecord(value) ? asText(value['name'] ?? value['title'], depth + 1) : null;
}
