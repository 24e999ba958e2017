import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type AskingWords, createAskingWords } from './asking-words.ts';
import { createReaderModel, type ReaderModel, readerModelSchema } from './reader-model.ts';

const ASKING_WORDS = fileURLToPath(new URL('./data/asking-words.json', import.meta.url));
const MODEL = fileURLToPath(new URL('./data/reader-model.json', import.meta.url));

const sharesSchema = z.record(z.string(), z.number());
const askingWordsSchema = z.object({ zh: sharesSchema, en: sharesSchema });

/** The words of asking that ship. */
export function loadAskingWords(): AskingWords {
  return createAskingWords(askingWordsSchema.parse(readJson(ASKING_WORDS)));
}

/** The fitted model that ships. */
export function loadReaderModel(): ReaderModel {
  return createReaderModel(readerModelSchema.parse(readJson(MODEL)));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
