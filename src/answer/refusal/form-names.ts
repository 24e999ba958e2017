import type { Language } from '../../core/article.ts';
import type { AnswerType } from '../../question/question-form.ts';

/** What an answer of each type is called when it is missing. */
export const FORM_NAMES: Readonly<Record<Language, Readonly<Record<AnswerType, string>>>> = {
  zh: {
    person: '所问的人名',
    place: '所问的地点',
    date: '所问的时间',
    duration: '所问的时长',
    count: '所问的数量',
    quantity: '所问的数值',
    money: '所问的金额',
    percentage: '所问的比例',
    ordinal: '所问的次序',
    name: '所问的名称',
    phrase: '所问的名称',
    reason: '所问的原因',
    remark: '这样的表态',
    polarity: '可以判断是否的内容',
    statement: '所问的内容',
  },
  en: {
    person: 'such person',
    place: 'such place',
    date: 'such date',
    duration: 'such length of time',
    count: 'such number',
    quantity: 'such figure',
    money: 'such sum',
    percentage: 'such share',
    ordinal: 'such number in order',
    name: 'such name',
    phrase: 'such name',
    reason: 'such reason',
    remark: 'such remark',
    polarity: 'statement either way',
    statement: 'such statement',
  },
};
