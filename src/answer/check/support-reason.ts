import type { SentenceSupport } from '../../core/answer.ts';
import type { Language } from '../../core/article.ts';

type Rule = SentenceSupport['rule'];
type Reason = (failed: string) => string;

const FLAWS: Readonly<
  Record<Language, Readonly<Record<Exclude<Rule, 'quoted' | 'second-reading'>, Reason>>>
> = {
  zh: {
    citation: () => '没有可核对的引文。',
    number: (failed) => `引文中没有数字“${failed}”，或它说的是别的事物。`,
    date: (failed) => `引文中没有日期“${failed}”。`,
    quotation: (failed) => `引文中没有这句原话：“${failed}”。`,
    name: (failed) => (failed === '' ? '引文说的是别的国家。' : `引文中没有名称“${failed}”。`),
    negation: (failed) => `在“${failed}”处，句子与引文一个肯定、一个否定。`,
    relation: (failed) =>
      failed === ''
        ? '谁对谁做了什么，与引文的次序相反。'
        : `引文中“${failed}”另属他人，或另有所指。`,
    scope: (failed) => `引文没有说“${failed}”，范围不同。`,
    coverage: (failed) =>
      failed === '' ? '引文没有说到这句话的内容。' : `引文没有说到“${failed}”等内容。`,
  },
  en: {
    citation: () => 'There are no cited words to check against.',
    number: (failed) =>
      `The cited words do not give the number “${failed}”, or give it for something else.`,
    date: (failed) => `The cited words do not give the date “${failed}”.`,
    quotation: (failed) => `The cited words do not hold the quotation “${failed}”.`,
    name: (failed) =>
      failed === ''
        ? 'The cited words speak of another country.'
        : `The cited words do not name “${failed}”.`,
    negation: (failed) =>
      `At “${failed}” the sentence affirms and the cited words deny, or the reverse.`,
    relation: (failed) =>
      failed === ''
        ? 'Who does what to whom stands the other way round in the cited words.'
        : `In the cited words “${failed}” belongs to somebody else, or means another.`,
    scope: (failed) => `The cited words do not say “${failed}”: how much is meant differs.`,
    coverage: (failed) =>
      failed === ''
        ? 'The cited words do not say this.'
        : `The cited words do not speak of “${failed}”, among others.`,
  },
};

const CONTEXT_FLAWS: Readonly<Record<Language, Readonly<Record<'date' | 'name', Reason>>>> = {
  zh: {
    date: (failed) => `日期“${failed}”见于引文之前的文字，不在引文之中。`,
    name: (failed) => `名称“${failed}”见于引文之前的文字，不在引文之中。`,
  },
  en: {
    date: (failed) => `The date “${failed}” stands before the cited words, not in them.`,
    name: (failed) => `The name “${failed}” stands before the cited words, not in them.`,
  },
};

const SUPPORTED: Readonly<Record<Language, Readonly<Record<'quoted' | 'coverage', string>>>> = {
  zh: {
    quoted: '与引文逐字相符。',
    coverage: '数字、日期、名称、否定与引文一致，内容见于引文。',
  },
  en: {
    quoted: 'Word for word as in the source.',
    coverage: 'Its numbers, dates, names and negations agree with the cited words, which cover it.',
  },
};

/** Why a sentence is supported, for the reader. */
export function explainSupport(rule: 'quoted' | 'coverage', language: Language): string {
  return SUPPORTED[language][rule];
}

/** Why a sentence is not, or not wholly, supported, for the reader. */
export function explainFlaw(
  rule: Exclude<Rule, 'quoted' | 'second-reading'>,
  verdict: 'partly' | 'unsupported',
  failed: string | null,
  language: Language,
): string {
  if (verdict === 'partly' && (rule === 'date' || rule === 'name')) {
    return CONTEXT_FLAWS[language][rule](failed ?? '');
  }
  return FLAWS[language][rule](failed ?? '');
}

const SECOND_READING: Readonly<
  Record<Language, Readonly<Record<'supported' | 'contradicted' | 'not-stated', Reason>>>
> = {
  zh: {
    supported: () => '语言模型复核：引文说了这句话的全部内容。',
    contradicted: (words) =>
      words === '' ? '语言模型复核：引文与这句话相反。' : `语言模型复核：引文与“${words}”相反。`,
    'not-stated': (words) =>
      words === ''
        ? '语言模型复核：引文没有说到其中一部分。'
        : `语言模型复核：引文没有说到“${words}”。`,
  },
  en: {
    supported: () => 'Read again by the model: the cited words say all of it.',
    contradicted: (words) =>
      words === ''
        ? 'Read again by the model: the cited words say otherwise.'
        : `Read again by the model: the cited words contradict “${words}”.`,
    'not-stated': (words) =>
      words === ''
        ? 'Read again by the model: a part of it is not in the cited words.'
        : `Read again by the model: the cited words do not say “${words}”.`,
  },
};

/** What the model's second reading found, for the reader. */
export function explainSecondReading(
  verdict: 'supported' | 'contradicted' | 'not-stated',
  words: string,
  language: Language,
): string {
  return SECOND_READING[language][verdict](words);
}
