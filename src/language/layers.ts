import type { AnnotatedText, Sentence } from '../core/sentence.ts';

/** What every sentence has before any layer has read it. */
export type BareSentence = Pick<Sentence, 'index' | 'start' | 'end' | 'text' | 'language' | 'role'>;

/** The parts of a sentence that layers add. */
export type LayerName = Exclude<keyof Sentence, keyof BareSentence>;

/**
 * One reading of a text's sentences. It says what it adds and what it needs, and sees the whole
 * text, because 次日 and 他 mean what stands sentences before.
 */
export interface Layer<Adds extends LayerName = LayerName, Needs extends LayerName = LayerName> {
  readonly adds: Adds;
  readonly needs: readonly Needs[];
  /** Raise it when a change of code changes what the layer reads. */
  readonly version: number;
  /** @returns what it read of each sentence, in order */
  read(
    source: AnnotatedText,
    sentences: readonly (BareSentence & Pick<Sentence, Needs>)[],
  ): readonly Sentence[Adds][];
}

/**
 * Layers in the order they run.
 * @throws RangeError where one needs what no layer before it adds, or two add the same
 */
export function orderLayers(layers: readonly Layer[]): readonly Layer[] {
  const added = new Set<LayerName>();
  for (const { adds, needs } of layers) {
    const missing = needs.find((need) => !added.has(need));
    if (missing !== undefined) {
      throw new RangeError(`Expected a layer that adds "${missing}" before "${adds}".`);
    }
    if (added.has(adds)) throw new RangeError(`Expected one layer that adds "${adds}", got two.`);
    added.add(adds);
  }
  return layers;
}
