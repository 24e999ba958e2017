import type { QuestionTrace } from '../src/app/trace-question.ts';
import { printable } from './answer-text.ts';

const MAX_PASSAGE_LENGTH = 100;

/** A trace as lines for the terminal, in the order in which a question is worked on. */
export function traceText({
  question,
  passages,
  sentences,
  probability,
  outcome,
}: QuestionTrace): string {
  const { text, kind, expects, ...readings } = question;
  const lines = [
    '',
    'Question as it was read',
    `  ${text}  (${kind}, expects ${expects})`,
    ...Object.entries(readings).flatMap(([name, values]) =>
      values.length === 0 ? [] : [`  ${name}: ${values.join(' | ')}`],
    ),
    '',
    'Passages',
    ...passages.flatMap(({ title, score, text: words, contributions }, i) => [
      `  ${i + 1}. ${score.toFixed(3)}  ${title}`,
      `     ${words.slice(0, MAX_PASSAGE_LENGTH).replaceAll('\n', ' ')}`,
      `     ${figures(contributions)}`,
    ]),
    '',
    `Sentences (chance that the passages answer: ${probability.toFixed(3)}, ${outcome})`,
    ...sentences.flatMap((sentence, i) => [
      `  ${i + 1}. ${sentence.probability.toFixed(3)}  ${sentence.text}`,
      `     words: ${figures(sentence.words)}`,
      ...(sentence.answers.length === 0 ? [] : [`     answers: ${sentence.answers.join(' | ')}`]),
      `     features: ${figures(sentence.features)}`,
    ]),
    '',
  ];
  return printable(lines.join('\n'));
}

function figures(values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${value.toFixed(2)}`)
    .join(', ');
}
