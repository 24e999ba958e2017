import { once } from 'node:events';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import type { Story } from './story.ts';

/** A PDF as a reporting program writes it: a title, three pages of text, a number on each. */
export async function writeReport(story: Story): Promise<Buffer> {
  const document = new PDFDocument({ bufferPages: true, info: { Title: story.title } });
  document.fontSize(20).text(story.title);
  document.fontSize(11).text(`${story.source} ${story.date}`).moveDown();
  for (const paragraph of story.paragraphs) document.text(paragraph, { lineGap: 2 }).moveDown();
  for (const page of [1, 2]) {
    document
      .addPage()
      .text(
        `Annex ${page} lists every closure of the gates since 1982 with its date and its cause.`,
      );
  }
  for (let page = 0; page < 3; page++) {
    document.switchToPage(page);
    document.page.margins.bottom = 0;
    document
      .fontSize(9)
      .text(`River Gazette – page ${page + 1} of 3`, 72, 760, { lineBreak: false });
  }
  return await collectPdf(document);
}

/** Ends a document and gives its bytes. */
export async function collectPdf(document: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  document.end();
  await once(document, 'end');
  return Buffer.concat(parts);
}

/** A small PDF whose one page unpacks to some text, again and again. */
export function writeRepeatingPdf(content: string, times: number): Buffer {
  const packed = deflateSync(Buffer.alloc(content.length * times, content), { level: 9 });
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>',
  ];
  const head = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  const stream = `4 0 obj\n<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`;
  const tail = '\nendstream\nendobj\ntrailer << /Size 5 /Root 1 0 R >>\n%%EOF';
  return Buffer.concat([Buffer.from(`%PDF-1.5\n${head}${stream}`), packed, Buffer.from(tail)]);
}

/** Fonts of a Chinese PDF: one that the reader has to have, or one that names its characters. */
type ChineseFont = 'not-embedded' | 'browser';

/**
 * A Chinese PDF, byte by byte. `not-embedded` relies on the predefined encoding UniGB-UTF16-H, as
 * office programs do; `browser` maps its glyphs to radicals where these look the same, as Chromium
 * does.
 */
export function writeChinesePdf(story: Story, font: ChineseFont): Buffer {
  const lines = [story.title, `${story.source} ${story.date}`, ...story.paragraphs.flatMap(wrap)];
  const characters = [...new Set(lines.join(''))];
  const encode = (text: string) =>
    Array.from(text, (character) =>
      font === 'browser' ? characters.indexOf(character) + 1 : character.charCodeAt(0),
    )
      .map((code) => code.toString(16).padStart(4, '0'))
      .join('');
  let y = 760;
  const shown = lines.map((line, index) => {
    y -= index < 2 || lines[index - 1] === undefined ? 40 : startsParagraph(story, line) ? 32 : 17;
    return `BT /F1 ${index === 0 ? 22 : 12} Tf 1 0 0 1 60 ${y} Tm <${encode(line)}> Tj ET`;
  });
  const content = shown.join('\n');
  const encoding = font === 'browser' ? 'Identity-H' : 'UniGB-UTF16-H';
  const toUnicode = characterMap(characters);
  const name = font === 'browser' ? 'AAAAAA+NotoSerif' : 'STSong-Light';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /${encoding} /DescendantFonts [6 0 R]${font === 'browser' ? ' /ToUnicode 8 0 R' : ''} >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (${font === 'browser' ? 'Identity' : 'GB1'}) /Supplement ${font === 'browser' ? 0 : 4} >> /DW 1000 /FontDescriptor 7 0 R >>`,
    `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>`,
    `<< /Length ${toUnicode.length} >>\nstream\n${toUnicode}\nendstream`,
  ];
  let file = '%PDF-1.5\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = file.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** 39 characters a line, as a page of this width is set. */
function wrap(paragraph: string): string[] {
  return paragraph.match(/.{1,39}/gu) ?? [];
}

function startsParagraph({ paragraphs }: Story, line: string): boolean {
  return paragraphs.some((paragraph) => paragraph.startsWith(line));
}

/** Radicals that Chromium writes for these words. */
const RADICALS: Readonly<Record<string, string>> = {
  士: '⼠',
  水: '⽔',
  月: '⽉',
  日: '⽇',
  十: '⼗',
  二: '⼆',
  生: '⽣',
  用: '⽤',
  一: '⼀',
  人: '⼈',
  八: '⼋',
  大: '⼤',
  民: '⺠',
  门: '⻔',
  年: '年',
  示: '⽰',
};

function characterMap(characters: readonly string[]): string {
  const hex = (text: string) => text.charCodeAt(0).toString(16).padStart(4, '0');
  const rows = characters.map((character, index) => {
    const code = (index + 1).toString(16).padStart(4, '0');
    return `1 beginbfchar\n<${code}> <${hex(RADICALS[character] ?? character)}>\nendbfchar`;
  });
  return `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /X def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${rows.join('\n')}\nendcmap\nend\nend`;
}
