import type { Guide, Lesson } from '../course/types.ts';
import { docxFile } from './office/docx.ts';
import { pageText } from './office/page-text.ts';
import { attribution } from '../teaching/share/shareables.ts';
import { copiesFor, roomSheets, sheetsOf } from '../teaching/guides/blocks.ts';
import { glancePath, presentPath } from '../utils/paths.ts';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HTMLElement } from 'node-html-parser';
import { PAGES } from '../routes.ts';
import { zip } from '../utils/zip.ts';
import type { BuiltSite, FileContent, MakeFromPages, PageDownload } from './exporter.ts';
import { withPrinter, type Print } from './pdf/print.ts';
import type { RootContent } from 'mdast';
import { builtPage, moveHeadings, removeAll } from './built-page.ts';

/** What each file of a kit is for, in the order of use. */
const USE = [
  ['1-guide.pdf', 'For you. Read it two days before: aim, timing, words to say, answers at its end.'],
  ['2-slides.pptx', 'To show. The notes say what to do; your own template changes colors and fonts.'],
  ['3-sheets.pdf', 'To print and to cut:'],
  ['4-handout.pdf', 'For participants, to take home: the lesson, its questions without answers.'],
  ['5-workbook.pdf', 'For participants, one each: room for their own answers and the step of the week.'],
  ['6-questions/', 'For a learning system: Moodle XML or GIFT for Moodle, QTI 1.2 for Canvas.'],
  ['7-link-to-the-lesson.png', 'A QR code for a slide or a wall. It lasts.'],
  [
    '8-editable/',
    'Word documents to change: guide, sheets, handout, attendance, evaluation, statement of participation. They are on Letter; Layout > Size sets A4.',
  ],
] as const;

/**
 * What is in the kit of a lesson, and when to use it.
 * @param lasting makes the lasting address of a page
 * @param names files of the kit
 */
function readme(
  lesson: Lesson,
  guide: Guide,
  lasting: (path: string) => string,
  names: readonly string[],
): string {
  const { id, path, title, number } = lesson;
  const sheets = sheetsOf(lesson, guide);
  const address = lasting(path);
  return [
    `Workshop kit for lesson ${number}: ${title}`,
    '',
    ...USE.filter(([name]) => names.some((each) => each.startsWith(name))).flatMap(([name, what]) => [
      name,
      `   ${what}`,
      ...(name === '3-sheets.pdf' ? sheets.map((sheet) => `   - “${sheet.title}” ${copiesFor(sheet)}`) : []),
    ]),
    '',
    'On the site:',
    `- The lesson: ${address}`,
    `- The guide: ${lasting(guide.path)}`,
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

/** Files of a lesson that are made already, with their names in the kit; those that a build leaves out are missing. */
const MADE = [
  ['slides.pptx', '2-slides.pptx'],
  ['handout.pdf', '4-handout.pdf'],
  ['questions.moodle.xml', '6-questions/moodle.xml'],
  ['questions.gift.txt', '6-questions/gift.txt'],
  ['questions.qti.zip', '6-questions/qti-1.2.zip'],
  ['qr.png', '7-link-to-the-lesson.png'],
] as const;

/** Leaves a part of a page alone, under a title of its own. */
function only(root: HTMLElement, around: string, part: HTMLElement | null, title: string): void {
  const place = root.querySelector(around);
  if (place === null || part === null) throw new Error(`The page of "${title}" has changed.`);
  place.set_content(part.outerHTML);
  root.querySelector('title')?.set_content(title);
}

/** A page of the site as another paper. */
interface Paper {
  page: string;
  /** What the paper is, after the title of the lesson. */
  name: string;
  change: (root: HTMLElement) => void;
}

/** The facilitator's guide, with the answers to the check questions in place of the sheets. */
const guidePaper = ({ id }: Lesson, { path }: Guide, site: BuiltSite): Paper => ({
  page: path,
  name: 'facilitator guide',
  change(root) {
    const article = root.querySelector('.guide .prose');
    removeAll(root, 'section:is([aria-labelledby="sheets"], [aria-labelledby="teach-this"])');
    const answers = builtPage(site, PAGES.workbook.path).querySelector(
      `section[aria-labelledby="answers-${id}"]`,
    );
    answers?.querySelector('h3')?.replaceWith('<h2>Answers to the check questions</h2>');
    if (answers !== null) article?.insertAdjacentHTML('beforeend', answers.outerHTML);
  },
});

const sheetsPaper = ({ title }: Lesson, { path }: Guide): Paper => ({
  page: path,
  name: 'sheets',
  change(root) {
    const sheets = root.querySelector('section[aria-labelledby="sheets"]');
    const heading = sheets?.querySelector('h2');
    heading?.replaceWith(`<h1>Sheets for “${title}”</h1>`);
    for (const each of sheets?.querySelectorAll('h3') ?? []) each.tagName = 'H2';
    only(root, '.guide .prose', sheets, `${title} (sheets)`);
  },
});

const workbookPaper = ({ id, title }: Lesson): Paper => ({
  page: PAGES.workbook.path,
  name: 'workbook',
  change(root) {
    const own = root.querySelector(`.workbook-lesson[aria-labelledby="${id}"]`);
    if (own) moveHeadings(own, -1);
    only(root, '.workbook', own, `${title} (workbook)`);
  },
});

/** The lesson with its questions, and lines for what is answered from memory. */
const handoutPaper = ({ path }: Lesson): Paper => ({
  page: path,
  name: 'handout',
  change(root) {
    root.querySelector('section[aria-labelledby="teach-this"]')?.remove();
    for (const question of root.querySelectorAll('check-question')) {
      const lines = question.getAttribute('data-kind') === 'recall' ? '<span></span>'.repeat(3) : '';
      question.querySelector('details')?.replaceWith(`<p class="writing-lines">${lines}</p>`);
    }
  },
});

/** The documents of a workshop that people change, by their file names: the same text as on paper. */
function documents(
  lesson: Lesson,
  guide: Guide,
  site: BuiltSite,
): Map<string, { title: string; blocks: RootContent[] }> {
  const { title } = lesson;
  const textOf = ({ page, change }: Paper, part = 'main .prose'): RootContent[] => {
    const root = builtPage(site, page);
    change(root);
    const found = root.querySelector(part);
    if (found === null) throw new Error(`The page of "${title}" has changed.`);
    return pageText(found, site.origin);
  };
  const sheets = sheetsPaper(lesson, guide);
  return new Map([
    ['guide', { title: `${title} (facilitator guide)`, blocks: textOf(guidePaper(lesson, guide, site)) }],
    ['sheets', { title: `${title} (sheets)`, blocks: textOf(sheets) }],
    ['handout', { title, blocks: textOf(handoutPaper(lesson)) }],
    ...roomSheets(lesson).map(
      ({ id }) =>
        [
          id,
          { title: `${title} (${id})`, blocks: textOf(sheets, `section[aria-labelledby="sheet-${id}"]`) },
        ] as const,
    ),
  ]);
}

async function kitOf(
  { updated }: PageDownload,
  lesson: Lesson,
  guide: Guide,
  site: BuiltSite,
  print: (what: Print) => Promise<FileContent>,
): Promise<FileContent> {
  const files = new Map<string, FileContent>();
  for (const [name, paper] of [
    ['1-guide.pdf', guidePaper(lesson, guide, site)],
    ['3-sheets.pdf', sheetsPaper(lesson, guide)],
    ['5-workbook.pdf', workbookPaper(lesson)],
  ] as const)
    files.set(name, await print({ ...paper, title: `${lesson.title} (${paper.name})`, updated }));
  for (const [file, name] of MADE) {
    const path = join(site.folder, lesson.path, file);
    if (existsSync(path)) files.set(name, new Uint8Array(readFileSync(path)));
  }
  for (const [name, { title, blocks }] of documents(lesson, guide, site))
    files.set(
      `8-editable/${name}.docx`,
      docxFile({ title, blocks, lasting: site.lasting(lesson), date: updated }),
    );
  files.set(
    'README.txt',
    readme(lesson, guide, (path) => site.lasting({ path }), [...files.keys()]),
  );
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  return zip(
    sorted.map(([name, content]) => [`${lesson.number}-${lesson.id}/${name}`, content] as const),
    updated,
  );
}

/** Makes the kit of each lesson, from pages and from files that are made already. */
export const makeKits: MakeFromPages = (downloads, site) =>
  withPrinter(site, async function* (print): AsyncGenerator<[path: string, FileContent]> {
    for (const download of downloads) {
      const lesson = site.course.lessons.find(({ path }) => path === download.of);
      if (lesson?.guide !== undefined)
        yield [download.path, await kitOf(download, lesson, lesson.guide, site, print)];
    }
  });
