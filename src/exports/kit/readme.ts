import type { Lesson } from '../../course/types.ts';
import { attribution } from '../../teaching/share/shareables.ts';
import { copiesFor } from '../../teaching/guides/sheets.ts';
import { glancePath, presentPath } from '../../utils/paths.ts';

/** What each file of a kit is for, in the order of use. */
const USE = [
  ['1-guide.pdf', 'For you. Read it two days before: aim, timing, words to say, answers at its end.'],
  ['2-slides.pptx', 'To show. The notes say what to do; your own template changes colors and fonts.'],
  ['3-sheets.pdf', 'To print and to cut, for the exercises:'],
  ['4-handout.pdf', 'For participants, to take home: the lesson, its questions without answers.'],
  ['5-workbook.pdf', 'For participants, one each: room for their own answers and the step of the week.'],
  ['6-questions/', 'For a learning system: Moodle XML or GIFT for Moodle, QTI 1.2 for Canvas.'],
  ['7-link-to-the-lesson.png', 'A QR code for a slide or a wall. It lasts.'],
] as const;

/**
 * What is in the kit of a lesson, and when to use it.
 * @param lasting makes the lasting address of a page
 * @param names files of the kit
 */
export function readme(
  { id, path, title, number, guide }: Lesson,
  lasting: (path: string) => string,
  names: readonly string[],
): string {
  const sheets = guide?.exercises.flatMap((exercise) => exercise.sheets) ?? [];
  const address = lasting(path);
  return [
    `Workshop kit for lesson ${number}: ${title}`,
    '',
    ...USE.filter(([name]) => names.some((each) => each.startsWith(name))).flatMap(([name, what]) => [
      name,
      `   ${what}`,
      ...(name === '3-sheets.pdf' ? sheets.map((sheet) => `   - ${sheet.title}. ${copiesFor(sheet)}`) : []),
    ]),
    '',
    'On the site:',
    `- The lesson: ${address}`,
    `- The guide: ${guide === undefined ? address : lasting(guide.path)}`,
    `- One page for the room: ${lasting(glancePath(id))}`,
    `- Slides with a clock: ${lasting(presentPath(id))}`,
    `- An agenda for your time and your group: ${lasting('/trainers/plan/')}`,
    '',
    'One week later, ask each person what became of the step of the week.',
    '',
    attribution(title, address),
    '',
  ].join('\r\n');
}
