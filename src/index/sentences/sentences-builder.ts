import { NumberList } from '../columns/number-list.ts';
import { NumberStream } from '../columns/number-stream.ts';
import { NumberedTexts, splitTexts } from '../columns/numbered-texts.ts';
import type { SentenceBatch, WordBatch } from './sentence-batch-builder.ts';
import type { SentencesData, SharedTextsData, WordFormsData } from './sentences.ts';

/** Joins batches of sentences, in their order, into the arrays of a snapshot. */
export class SentencesBuilder {
  readonly #articleOffsets = new NumberList();
  readonly #bodyOffsets = new NumberList();
  readonly #starts = new NumberList();
  readonly #ends = new NumberList();
  readonly #roles = new NumberList();
  readonly #stream = new NumberStream();
  readonly #streamOffsets = new NumberList();
  readonly #words = new NumberList();
  readonly #wordOffsets = new NumberList();
  readonly #texts = new NumberList();
  readonly #textOffsets = new NumberList();
  readonly #dated: [from: number, to: number, sentence: number][] = [];
  readonly #sharedTexts = new NumberedTexts();
  readonly #wordForms: WordFormsBuilder;

  /** @param normals numbers the words' normal forms; grows */
  constructor(normals: NumberedTexts) {
    this.#wordForms = new WordFormsBuilder(normals);
  }

  /** Adds the next batch. */
  append(batch: SentenceBatch): void {
    const sharedTexts = Uint32Array.from(splitTexts(batch.textList), (text) =>
      this.#sharedTexts.numberOf(text),
    );
    const words = this.#wordForms.append(batch.wordList, sharedTexts);
    const first = this.#starts.length;
    let sentence = first;
    for (const [article, count] of batch.articleCounts.entries()) {
      this.#articleOffsets.append(sentence);
      this.#bodyOffsets.append(sentence + (batch.titleCounts[article] as number));
      sentence += count;
    }
    appendOffsets(this.#streamOffsets, this.#stream.length, batch.streamLengths);
    appendOffsets(this.#wordOffsets, this.#words.length, batch.wordCounts);
    appendOffsets(this.#textOffsets, this.#texts.length, batch.textCounts);
    for (const start of batch.starts) this.#starts.append(start);
    for (const end of batch.ends) this.#ends.append(end);
    for (const role of batch.roles) this.#roles.append(role);
    this.#stream.append(batch.stream);
    for (const word of batch.words) this.#words.append(words[word] as number);
    for (const text of batch.texts) this.#texts.append(sharedTexts[text] as number);
    const { dated } = batch;
    for (let at = 0; at < dated.length; at += 3) {
      const [from, to] = [dated[at] as number, dated[at + 1] as number];
      this.#dated.push([from, to, first + (dated[at + 2] as number)]);
    }
  }

  /** Ends the collection. The builder is of no use afterwards. */
  build(): SentencesData {
    this.#articleOffsets.append(this.#starts.length);
    this.#wordOffsets.append(this.#words.length);
    const dated = this.#dated.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    return {
      articleOffsets: this.#articleOffsets.toArray(),
      bodyOffsets: this.#bodyOffsets.toArray(),
      starts: this.#starts.toArray(),
      ends: this.#ends.toArray(),
      roles: Uint8Array.from(this.#roles.toArray()),
      stream: this.#stream.toBytes(),
      streamOffsets: this.#streamOffsets.toArray(),
      words: this.#words.toArray(),
      wordOffsets: this.#wordOffsets.toArray(),
      texts: this.#texts.toArray(),
      textOffsets: this.#textOffsets.toArray(),
      dated: {
        from: Uint32Array.from(dated, ([from]) => from),
        to: Uint32Array.from(dated, ([, to]) => to),
        sentences: Uint32Array.from(dated, ([, , sentence]) => sentence),
      },
      wordForms: this.#wordForms.build(),
      sharedTexts: packTexts(this.#sharedTexts.list()),
    };
  }
}

/** Joins the different words of batches. */
class WordFormsBuilder {
  readonly #normalNumbers: NumberedTexts;
  /** By flags, then by normal form. */
  readonly #numbers = new Map<number, Map<string, number>>();
  readonly #normals = new NumberList();
  readonly #flags = new NumberList();
  readonly #conceptOffsets = new NumberList();
  readonly #conceptStems = new NumberList();
  readonly #conceptWeights = new NumberList();
  readonly #weights = new Map<number, number>();

  constructor(normals: NumberedTexts) {
    this.#normalNumbers = normals;
  }

  /** @returns for each number of a word in the batch its number here */
  append(batch: WordBatch, sharedTexts: Uint32Array): Uint32Array {
    const { flags, conceptCounts, conceptStems, conceptWeights } = batch;
    let concept = 0;
    return Uint32Array.from(splitTexts(batch.normals), (normal, word) => {
      const first = concept;
      concept += conceptCounts[word] as number;
      const numbers = this.#numbersOf(flags[word] as number);
      const known = numbers.get(normal);
      if (known !== undefined) return known;
      const number = this.#normals.length;
      numbers.set(normal, number);
      this.#normals.append(this.#normalNumbers.numberOf(normal));
      this.#flags.append(flags[word] as number);
      this.#conceptOffsets.append(this.#conceptStems.length);
      for (let at = first; at < concept; at++) {
        this.#conceptStems.append(sharedTexts[conceptStems[at] as number] as number);
        this.#conceptWeights.append(this.#placeOfWeight(conceptWeights[at] as number));
      }
      return number;
    });
  }

  build(): WordFormsData {
    this.#conceptOffsets.append(this.#conceptStems.length);
    return {
      normals: this.#normals.toArray(),
      flags: Uint8Array.from(this.#flags.toArray()),
      conceptOffsets: this.#conceptOffsets.toArray(),
      conceptStems: this.#conceptStems.toArray(),
      conceptWeights: this.#conceptWeights.toArray(),
      weights: [...this.#weights.keys()],
    };
  }

  #numbersOf(flags: number): Map<string, number> {
    const known = this.#numbers.get(flags);
    if (known !== undefined) return known;
    const numbers = new Map<string, number>();
    this.#numbers.set(flags, numbers);
    return numbers;
  }

  #placeOfWeight(weight: number): number {
    const known = this.#weights.get(weight);
    if (known !== undefined) return known;
    const place = this.#weights.size;
    this.#weights.set(weight, place);
    return place;
  }
}

/** Where pieces of given lengths begin that follow each other from `start` on. */
function appendOffsets(offsets: NumberList, start: number, lengths: Uint32Array): void {
  let at = start;
  for (const length of lengths) {
    offsets.append(at);
    at += length;
  }
}

function packTexts(texts: readonly string[]): SharedTextsData {
  const offsets = new Uint32Array(texts.length + 1);
  for (const [number, text] of texts.entries()) {
    offsets[number + 1] = (offsets[number] as number) + Buffer.byteLength(text, 'utf8');
  }
  const bytes = Buffer.allocUnsafeSlow(offsets[texts.length] as number);
  for (const [number, text] of texts.entries())
    bytes.write(text, offsets[number] as number, 'utf8');
  return { bytes, offsets };
}
