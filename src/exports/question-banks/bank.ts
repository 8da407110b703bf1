import type { ExportContext } from '../exporter.ts';
import type { Lesson, Question } from '../../course/types.ts';
import { escapeHtml } from '../../utils/escape.ts';
import { shortCitation } from '../../course/citations.ts';
import { sourcesByReading } from '../../course/reading-words.ts';
import { sourcePath } from '../../utils/paths.ts';
import { choicesOf, placeOf } from '../../course/questions.ts';
import { sideLabel } from '../../course/sides.ts';
import { LICENSE, SITE_NAME } from '../../site.ts';

/** A check question as it goes into a bank, whatever the format. */
export interface BankQuestion {
  question: Question;
  /** What lists of questions show: "10.2 Which of the four states ...". */
  name: string;
  /** Id of its lesson, then those of the lesson's concepts. */
  tags: string[];
  /** What is shown after any answer, as HTML: feedback that belongs to no single answer, its sources, and lasting links. */
  remark: string;
}

export interface BankLesson {
  id: string;
  /** "10. The bottom line: momentum" */
  title: string;
  questions: BankQuestion[];
}

/** Check questions to import into a learning management system. */
export interface Bank {
  title: string;
  /** One line that says whose they are, of which edition, and under which license. */
  notice: string;
  lessons: BankLesson[];
}

export const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;

const list = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

/** Feedback of a question that its type has no place for at the single answers. */
function feedback(question: Question): string {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return '';
    case 'sort':
      return list(
        question.statements.map(
          ({ text, side, feedback: why }) =>
            `${escapeHtml(text)} <strong>${sideLabel(side, choicesOf(question))}.</strong> ${escapeHtml(why)}`,
        ),
      );
    case 'recall':
      return `${paragraph(`${question.answer} A good answer has:`)}${list(
        question.points.map(
          ({ text, feedback: why }) => `<strong>${escapeHtml(text)}</strong> ${escapeHtml(why)}`,
        ),
      )}`;
  }
}

const link = (address: string, text: string): string =>
  `<a href="${escapeHtml(address)}">${escapeHtml(text)}</a>`;

export function bankOf(
  title: string,
  lessons: readonly Lesson[],
  { course, edition, absolute, lasting }: ExportContext,
): Bank {
  const sourcesOf = ({ claims = [] }: Question): string =>
    sourcesByReading(claims.map((claim) => course.claim(claim)))
      .map(({ words, sources }) => {
        const works = sources.map((source) => link(absolute(sourcePath(source.id)), shortCitation(source)));
        return `<p>${escapeHtml(words)}${works.join('; ')}.</p>`;
      })
      .join('');
  return {
    title,
    notice: [
      `Check questions of ${SITE_NAME}: ${title}.`,
      ...(edition === undefined ? [] : [`Edition ${edition.number}.`]),
      `License: ${LICENSE.name} (SPDX ${LICENSE.spdx}), ${LICENSE.url}`,
    ].join(' '),
    lessons: lessons.map(({ id, number, title: name, path, concepts, questions }) => ({
      id,
      title: `${number}. ${name}`,
      questions: questions.map((question, index): BankQuestion => {
        const own = lasting(placeOf({ id, path }, question));
        const passage = lasting({ path, fragment: question.explains.slice(1) });
        return {
          question,
          name: `${number}.${index + 1} ${question.prompt.replace(/\s+/g, ' ')}`,
          tags: [...new Set([id, ...concepts.map((concept) => concept.id)])],
          remark: `${feedback(question)}${sourcesOf(question)}<p>${link(passage, 'Read this again in the lesson.')} Lasting link of the question: ${link(own, own)}. ${escapeHtml(SITE_NAME)}, ${LICENSE.name}.</p>`,
        };
      }),
    })),
  };
}

/** What each option of several is worth, in percent: the right ones make 100 together, and the wrong ones take it away. */
export function optionWeights(options: readonly { correct: boolean }[]): number[] {
  const right = options.filter(({ correct }) => correct).length;
  // Moodle takes fractions only as it writes them itself, with five decimals.
  const share = (of: number): number => Number((100 / of).toFixed(5));
  return options.map(({ correct }) => (correct ? share(right) : -share(options.length - right)));
}
