import { escapeHtml } from '../../utils/escape.ts';
import { choicesOf } from '../../course/questions.ts';
import { sideLabel } from '../../course/sides.ts';
import { optionWeights, type Bank, type BankQuestion } from './bank.ts';
import { categoryPath } from './moodle.ts';

/** Escapes the signs of the format. */
const escaped = (text: string): string => text.replace(/[\\~=#{}:]/g, '\\$&');

/**
 * A name, which is no HTML. Moodle writes "&&058;" and the like for escaped signs while it reads, so a name that has
 * them is kept apart by a mark of no width.
 */
const plain = (name: string): string => escaped(name.replace(/&&(?=0\d\d)/g, '&\u2060&'));

/** HTML on one line: an empty line would end the question. */
const html = (markup: string): string =>
  escaped(
    markup.replace(/\r?\n|[\r\u2028\u2029]/g, (sign) =>
      [...sign].map((part) => `&#${part.charCodeAt(0)};`).join(''),
    ),
  );

/** A text as HTML. At its front "[" would name a format and "%" a weight, so they are written as entities there. */
const text = (value: string): string =>
  html(escapeHtml(value).replace(/^[[%]/, (sign) => `&#${sign.charCodeAt(0)};`));

function answers({ question }: BankQuestion): string[] {
  switch (question.kind) {
    case 'single':
      return question.options.map(
        ({ text: answer, correct, feedback }) => `${correct ? '=' : '~'}${text(answer)}#${text(feedback)}`,
      );
    case 'multiple': {
      const weights = optionWeights(question.options);
      return question.options.map(
        ({ text: answer, feedback }, index) => `~%${weights[index]}%${text(answer)}#${text(feedback)}`,
      );
    }
    case 'sort':
      return question.statements.map(
        ({ text: statement, side }) => `=${text(statement)} -> ${sideLabel(side, choicesOf(question))}`,
      );
    case 'recall':
      return [];
  }
}

const questionText = (item: BankQuestion): string =>
  [
    `// [id:${item.question.id}] ${item.tags.map((tag) => `[tag:${tag}]`).join(' ')}`,
    `::${plain(item.name)}::[html]${text(item.question.prompt)}{`,
    ...answers(item).map((answer) => `\t${answer}`),
    `\t####${html(item.remark)}`,
    '}',
    '',
  ].join('\n');

/**
 * A bank as GIFT (https://docs.moodle.org/en/GIFT_format), which many systems read. Its texts are HTML, for the feedback
 * has links and lists. Ids and tags stand in comments, as Moodle writes them.
 */
export const gift = ({ notice, lessons }: Bank): string =>
  [
    `// ${notice}`,
    '',
    ...lessons.flatMap(({ title, questions }) => [
      `$CATEGORY: ${categoryPath(title)}`,
      '',
      ...questions.map(questionText),
    ]),
  ].join('\n');
