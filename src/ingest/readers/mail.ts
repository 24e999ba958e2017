import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { readHtml } from './html.ts';
import { readPlainText } from './plain-text.ts';
import type { Contents, InputDocument } from './reading.ts';

/** MIME parts within parts; a reader of mails meets three or four. */
const MAX_NESTING = 16;
const MAX_HEADER_BYTES = 2 ** 20;

/**
 * Reads a mail, such as a newsletter: its HTML as a page, its text where it has none; and the files
 * attached to it. A page that a browser saved with all its parts (MHTML) has the same form.
 *
 * @throws {Error} when parts are nested too deep
 */
export async function readMail(bytes: Uint8Array): Promise<Contents> {
  const mail = await PostalMime.parse(bytes, {
    maxNestingDepth: MAX_NESTING,
    maxHeadersSize: MAX_HEADER_BYTES,
  });
  const address = mail.headers.find(({ key }) => key === 'snapshot-content-location')?.value;
  const reading = mail.html ? readHtml(mail.html) : readPlainText(mail.text ?? '');
  const [article] = reading.articles;
  if (article === undefined) return reading;
  const isPage = address !== undefined;
  const fields = {
    title: mail.subject || article.title,
    source: article.source ?? senderOf(mail),
    publishedAt: article.publishedAt ?? mail.date ?? null,
    url: address ?? article.url,
  };
  const articles = reading.articles.length === 1 ? [{ ...article, ...fields }] : reading.articles;
  return isPage ? { ...reading, articles } : { ...reading, articles, documents: attached(mail) };
}

function senderOf({ from }: Email): string | null {
  return from === undefined ? null : from.name || from.address || null;
}

async function* attached({ attachments }: Email): AsyncGenerator<InputDocument> {
  for (const attachment of attachments) {
    const { filename, related, mimeType } = attachment;
    // Pictures and styles of the mail itself are no files that somebody sent.
    if (related === true || filename === null || mimeType.startsWith('image/')) continue;
    yield { name: filename.replace(/[\\/]/gu, '_'), bytes: bytesOf(attachment) };
  }
}

function bytesOf({ content, encoding }: Attachment): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content, encoding) : new Uint8Array(content);
}
