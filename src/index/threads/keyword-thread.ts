import type { PassageAnalyzer } from '../../core/search-index.ts';
import { type PassageInput, PassageTermsWriter } from '../snapshot/passage-terms-writer.ts';
import { answerRequests } from './answer-requests.ts';

/** Where a thread finds an analyzer: functions cannot cross to it, so the module is named. */
export interface AnalyzerModule {
  /** `file:` URL of the module. */
  readonly url: string;
  /** Name of its exported function, which may return a promise. */
  readonly exportName: string;
  /** What to call it with; anything that can be cloned. */
  readonly argument: unknown;
}

export type KeywordRequest =
  | { readonly kind: 'open'; readonly analyzer: AnalyzerModule }
  | { readonly kind: 'add'; readonly passages: readonly PassageInput[] }
  | { readonly kind: 'write'; readonly directory: string };

let writer: PassageTermsWriter | undefined;

answerRequests<KeywordRequest>(async (request) => {
  if (request.kind === 'open') {
    const { url, exportName, argument } = request.analyzer;
    const loaded = (await import(url)) as Record<string, (argument: unknown) => unknown>;
    const make = loaded[exportName];
    if (make === undefined) throw new Error(`${url} exports nothing named ${exportName}.`);
    const analyzer = (await make(argument)) as PassageAnalyzer;
    writer = new PassageTermsWriter(analyzer);
    return analyzer.fingerprint;
  }
  if (writer === undefined) throw new Error('The first request has to open an analyzer.');
  if (request.kind === 'write') return await writer.write(request.directory);
  return writer.add(request.passages);
});
