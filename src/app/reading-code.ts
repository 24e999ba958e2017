/** Put in by the build; absent where the sources run. */
declare const __READING_CODE__: string | undefined;

/** Identifies the code that articles are read with: other code may find other articles in a file. */
export const READING_CODE = typeof __READING_CODE__ === 'undefined' ? 'sources' : __READING_CODE__;
