/** Put in by the build; absent where the sources run. */
declare const __BUILD__: string | undefined;

/** Identifies the code: an index made by other code may have read its articles in another way. */
export const BUILD = typeof __BUILD__ === 'undefined' ? 'sources' : __BUILD__;
