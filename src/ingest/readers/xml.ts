import { Parser } from 'htmlparser2';

/** An element of XML, without what is in it. */
export interface XmlElement {
  /** Without the prefix of its namespace. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its own words, those of elements in it aside. */
  readonly text: string;
}

/** All elements of a document in the order they end in; no tree is built, nothing recurs. */
export function xmlElements(xml: string): XmlElement[] {
  const elements: XmlElement[] = [];
  const open: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) =>
        open.push({ name: name.replace(/^.*:/u, ''), attributes, text: '' }),
      ontext(text) {
        const element = open.at(-1);
        if (element !== undefined) element.text += text;
      },
      onclosetag() {
        const element = open.pop();
        if (element !== undefined) elements.push({ ...element, text: element.text.trim() });
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return elements;
}
