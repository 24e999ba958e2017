import type { AnswerNotice } from '../../core/answer.ts';
import type { Language } from '../../core/article.ts';

export type ModelNoticeCode = Extract<
  AnswerNotice['code'],
  'model-unavailable' | 'model-interrupted' | 'model-wrong-language' | 'sentences-dropped'
>;

const TEXTS: Readonly<Record<Language, Readonly<Record<ModelNoticeCode, string>>>> = {
  zh: {
    'model-unavailable': '语言模型暂时不可用，以下回答直接摘自报道原文。',
    'model-interrupted': '语言模型的回答中途断开，以下改为直接摘自报道原文的回答。',
    'model-wrong-language': '语言模型没有用提问的语言作答，以下改为直接摘自报道原文的回答。',
    'sentences-dropped': '语言模型写的部分内容在报道中找不到依据，已经删去。',
  },
  en: {
    'model-unavailable':
      'The language model gave no usable answer, so this one is made of the articles’ own sentences.',
    'model-interrupted':
      'The language model stopped midway, so this answer is made of the articles’ own sentences.',
    'model-wrong-language':
      'The language model did not answer in the language of the question, so this answer is made of the articles’ own sentences.',
    'sentences-dropped':
      'Parts of what the language model wrote have no support in the articles and were left out.',
  },
};

export function modelNotice(code: ModelNoticeCode, language: Language): AnswerNotice {
  return { code, text: TEXTS[language][code] };
}
