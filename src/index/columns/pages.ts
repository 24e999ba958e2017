import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Bytes of a page: growth adds pages instead of copying what is there. */
export const PAGE = 1 << 20;

/** Full pages, which wait to be read once, in their order. */
export interface Pages {
  /** Takes a page over; whoever appends it goes on with the one that is given back. */
  append(page: Uint8Array): Uint8Array;
  /** The next page; what was given before may be written over. */
  next(): Uint8Array;
  /** Forgets them. */
  close(): void;
}

/** Where the pages of a name are kept. */
export type OpenPages = (name: string) => Pages;

export const pagesInMemory: OpenPages = () => {
  const pages: Uint8Array[] = [];
  return {
    append(page) {
      pages.push(page);
      return new Uint8Array(PAGE);
    },
    next: () => pages.shift() ?? new Uint8Array(0),
    close: () => {
      pages.length = 0;
    },
  };
};

/** Pages in files of a folder that nobody else sees, and that are gone when the process is. */
export function pagesOnDisk(folder: string): OpenPages {
  return (name) => {
    const file = path.join(folder, `${name}.pages`);
    const descriptor = openSync(file, 'wx+');
    unlinkSync(file);
    let read = 0;
    return {
      append(page) {
        for (let at = 0; at < PAGE; ) at += writeSync(descriptor, page, at, PAGE - at);
        return page;
      },
      next() {
        const page = new Uint8Array(PAGE);
        for (let at = 0; at < PAGE; ) {
          const count = readSync(descriptor, page, at, PAGE - at, read + at);
          if (count === 0) throw new RangeError(`Expected ${PAGE} bytes in a page, got ${at}.`);
          at += count;
        }
        read += PAGE;
        return page;
      },
      close: () => closeSync(descriptor),
    };
  };
}
