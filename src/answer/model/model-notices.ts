import type { AnswerNotice } from '../../core/answer.ts';
import type { Language } from '../../core/article.ts';

export type ModelNoticeCode = Extract<
  AnswerNotice['code'],
  | 'model-unavailable'
  | 'model-interrupted'
  | 'answer-incomplete'
  | 'reasoning-removed'
  | 'verifier-unavailable'
  | 'model-wrong-language'
  | 'sentences-dropped'
>;

const TEXTS: Readonly<Record<Language, Readonly<Record<ModelNoticeCode, string>>>> = {
  zh: {
    'model-unavailable': '语言模型暂时不可用，以下回答直接摘自报道原文。',
    'model-interrupted': '语言模型的回答中途断开，以下改为直接摘自报道原文的回答。',
    'reasoning-removed': '语言模型先写下了思考过程，已经去掉。',
    'answer-incomplete': '语言模型没有写完，以上是已经核对过的部分。',
    'verifier-unavailable': '语言模型没有复核这些句子，标记只依据规则。',
    'model-wrong-language': '语言模型没有用提问的语言作答，以下改为直接摘自报道原文的回答。',
    'sentences-dropped': '语言模型写的部分内容在报道中找不到依据，已经删去。',
  },
  en: {
    'model-unavailable':
      'The language model gave no usable answer, so this one is made of the articles’ own sentences.',
    'model-interrupted':
      'The language model stopped midway, so this answer is made of the articles’ own sentences.',
    'reasoning-removed': 'The language model wrote down its reasoning first; it was taken out.',
    'answer-incomplete':
      'The language model stopped early; this is the part that was checked before it did.',
    'verifier-unavailable':
      'The language model did not read these sentences a second time; the marks rest on rules alone.',
    'model-wrong-language':
      'The language model did not answer in the language of the question, so this answer is made of the articles’ own sentences.',
    'sentences-dropped':
      'Parts of what the language model wrote have no support in the articles and were left out.',
  },
};

export function modelNotice(code: ModelNoticeCode, language: Language): AnswerNotice {
  return { code, text: TEXTS[language][code] };
}
