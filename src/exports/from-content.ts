import type { Entry } from '../collections/entry.ts';
import { contentOf, textsOf } from '../collections/registry.ts';
import { toCsv, toMarkdown } from '../components/comparison/table-formats.ts';
import { toGrid } from '../components/comparison/views.ts';
import { pageBibtex, pageRis } from '../course/citations.ts';
import { addressOf } from '../course/permalinks.ts';
import type { Comparison, Course, Figure, Lesson } from '../course/types.ts';
import { cardRows } from '../figures/social/comparison-card.ts';
import { LICENSE, SITE_NAME, TITLE } from '../site.ts';
import { deckOf, entryDeck } from '../teaching/slides/deck.ts';
import { attribution, citedPage, shareables, type Shareable } from '../teaching/share/shareables.ts';
import { latest } from '../utils/dates.ts';
import { courseFile } from './course-json/write.ts';
import { cardPng, cardSvg, figurePng, figureSvg, qrPng, qrSvg, type Card } from './drawing-file.ts';
import { docxFile } from './office/docx.ts';
import { slidesFile } from './office/pptx.ts';
import type { Addresses, ContentDownload, ContentExporter, ExportContext, FileContent } from './exporter.ts';
import { entryFile } from './markdown/entry.ts';
import { lessonMarkdown } from './markdown/lesson.ts';
import { bankOf, type Bank } from './question-banks/bank.ts';
import { gift } from './question-banks/gift.ts';
import { moodleXml } from './question-banks/moodle.ts';
import { qtiPackage } from './question-banks/qti.ts';

type Make<Subject> = (subject: Subject, context: ExportContext) => FileContent | Promise<FileContent>;

/** A file of one name for each page. */
const ofPages = <Subject extends { path: string; title: string }>(
  subjects: readonly Subject[],
  name: string,
  make: Make<Subject>,
): ContentDownload[] =>
  subjects.map((subject) => ({
    path: subject.path + name,
    of: subject.path,
    title: subject.title,
    make: (context) => make(subject, context),
  }));

/** A drawing of each figure, beside its page. */
const ofFigures = ({ figures }: Course, extension: string, make: Make<Figure>): ContentDownload[] =>
  ofPages(figures, '', make).map((file) => ({ ...file, path: file.path.replace(/\/$/, extension) }));

/** A file of one name for each piece of the course that can be shared. */
const ofPieces = (course: Course, name: string, make: Make<Shareable>): ContentDownload[] =>
  shareables(course).map((piece) => ({
    path: piece.folder + name,
    of: addressOf(piece),
    title: piece.title,
    make: (context) => make(piece, context),
  }));

/** A file for each card that a comparison fills. */
const ofCards = ({ comparisons }: Course, extension: string, make: Make<Card>): ContentDownload[] =>
  comparisons.flatMap((comparison) =>
    cardRows(comparison).map((rows, index, cards): ContentDownload => {
      const several = cards.length > 1;
      const position = several ? ` (${index + 1} of ${cards.length})` : '';
      return {
        path: `${comparison.path}card${index === 0 ? '' : `-${index + 1}`}.${extension}`,
        of: comparison.path,
        title: comparison.title + position,
        ...(several ? { label: `Card ${index + 1} (${extension.toUpperCase()})` } : {}),
        make: (context) => make({ comparison, position, rows }, context),
      };
    }),
  );

/** A question bank for each lesson, and one for all. */
const ofBanks = (
  { lessons }: Course,
  name: string,
  write: (bank: Bank, updated: Date) => FileContent,
): ContentDownload[] =>
  ofPages<{ path: string; title: string; lessons: readonly Lesson[] }>(
    [
      ...lessons.map((lesson) => ({ path: lesson.path, title: lesson.title, lessons: [lesson] })),
      { path: '/lessons/', title: 'All lessons', lessons },
    ],
    name,
    ({ title, lessons: of }, context) =>
      write(bankOf(title, of, context), latest(of.map(({ updated }) => updated))),
  );

/** A file for each text of the entries. */
const ofTexts = (
  entries: readonly Entry[],
  extension: string,
  format: string,
  make: (entry: Entry, name: string, context: ExportContext) => FileContent,
): ContentDownload[] =>
  entries.flatMap((entry) =>
    textsOf(entry).map(({ name, label }) => ({
      path: `${entry.path}${name}.${extension}`,
      of: entry.path,
      title: entry.title,
      ...(label === undefined ? {} : { label: `${label} (${format})` }),
      make: (context: ExportContext) => make(entry, name, context),
    })),
  );

/** A comparison as CSV. Its credit is a column: the lasting link of each row, below the author and license. */
function csvOf(comparison: Comparison, { lasting }: Addresses): string {
  const [header = [], ...rows] = toGrid(comparison);
  return toCsv([
    [...header, 'Example', `Source: ${SITE_NAME}, ${LICENSE.name}`],
    ...comparison.rows.map((row, index) => [
      ...(rows[index] ?? []),
      row.example,
      lasting({ path: comparison.path, fragment: row.id }),
    ]),
  ]);
}

const markdownOf = (comparison: Comparison, { lasting }: Addresses): string =>
  [
    `# ${comparison.title}\n`,
    `${comparison.caption}\n`,
    toMarkdown(toGrid(comparison)),
    `${attribution(comparison.title, lasting(comparison))}\n`,
  ].join('\n');

const exporter = (
  id: string,
  label: string,
  type: string,
  list: ContentExporter['list'],
): ContentExporter => ({ id, label, type, list });

/** An exporter whose files pages show themselves. */
const shown = (...about: Parameters<typeof exporter>): ContentExporter => ({
  ...exporter(...about),
  shown: true,
});

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';

/** Every exporter that works from the content; add new ones here. */
export const CONTENT_EXPORTERS: readonly ContentExporter[] = [
  shown('figure-svg', 'Drawing (SVG)', 'image/svg+xml', (course) => ofFigures(course, '.svg', figureSvg)),
  shown('figure-png', 'Picture (PNG)', 'image/png', (course) => ofFigures(course, '.png', figurePng)),
  shown('qr-svg', 'QR code (SVG)', 'image/svg+xml', (course) =>
    ofPieces(course, 'qr.svg', (piece, { lasting }) => qrSvg(lasting(piece))),
  ),
  shown('qr-png', 'QR code (PNG)', 'image/png', (course) =>
    ofPieces(course, 'qr.png', (piece, { lasting }) => qrPng(lasting(piece))),
  ),
  shown('bibtex', 'Citation (BibTeX)', 'application/x-bibtex', (course) =>
    ofPieces(course, 'cite.bib', (piece, { absolute }) => pageBibtex(citedPage(piece, absolute))),
  ),
  shown('ris', 'Citation (RIS)', 'application/x-research-info-systems', (course) =>
    ofPieces(course, 'cite.ris', (piece, { absolute }) => pageRis(citedPage(piece, absolute))),
  ),
  exporter(
    'slides',
    'Slides (PowerPoint)',
    `${OPEN_XML}.presentationml.presentation`,
    ({ lessons, entries }) => [
      ...ofPages(lessons, 'slides.pptx', (lesson, context) => slidesFile(deckOf(context, lesson), context)),
      ...ofPages(
        entries.filter(({ kind }) => contentOf(kind).slides !== undefined),
        'slides.pptx',
        (entry, context) => slidesFile(entryDeck(context, entry), context),
      ),
    ],
  ),
  exporter('table-csv', 'Table (CSV)', 'text/csv', ({ comparisons }) =>
    ofPages(comparisons, 'table.csv', csvOf),
  ),
  exporter('table-markdown', 'Table (Markdown)', 'text/markdown', ({ comparisons }) =>
    ofPages(comparisons, 'table.md', markdownOf),
  ),
  exporter('card-svg', 'Card (SVG)', 'image/svg+xml', (course) => ofCards(course, 'svg', cardSvg)),
  exporter('card-png', 'Card (PNG)', 'image/png', (course) => ofCards(course, 'png', cardPng)),
  exporter('questions-moodle', 'Questions (Moodle XML)', 'application/xml', (course) =>
    ofBanks(course, 'questions.moodle.xml', moodleXml),
  ),
  exporter('questions-gift', 'Questions (GIFT)', 'text/plain', (course) =>
    ofBanks(course, 'questions.gift.txt', gift),
  ),
  exporter('questions-qti', 'Questions (QTI 1.2)', 'application/zip', (course) =>
    ofBanks(course, 'questions.qti.zip', qtiPackage),
  ),
  exporter('markdown', 'Text (Markdown)', 'text/markdown', ({ lessons }) =>
    ofPages(lessons, 'lesson.md', lessonMarkdown),
  ),
  exporter('entry-markdown', 'Text (Markdown)', 'text/markdown', ({ entries }) =>
    ofTexts(entries, 'md', 'Markdown', entryFile),
  ),
  // The papers as documents to type in.
  exporter('paper-docx', 'Document (Word)', `${OPEN_XML}.wordprocessingml.document`, ({ entries }) =>
    ofTexts(
      entries.filter(({ kind }) => contentOf(kind).paper === true),
      'docx',
      'Word',
      (entry, name, { lasting }) =>
        docxFile({
          title: entry.title,
          blocks: textsOf(entry).find((text) => text.name === name)?.blocks ?? [],
          lasting: lasting(entry),
          date: entry.data.published,
        }),
    ),
  ),
  // The cases as stories for those who adapt one.
  exporter('entry-twee', 'Story to adapt in Twine (Twee)', 'text/plain', ({ entries }) =>
    entries.flatMap((entry) => {
      const { twee } = contentOf(entry.kind);
      return twee === undefined
        ? []
        : ofPages([entry], `${entry.kind}.twee`, ({ title, data }, { lasting }) =>
            twee(data, lasting(entry), attribution(title, lasting(entry))),
          );
    }),
  ),
  exporter('course-json', 'All content (JSON)', 'application/json', () => [
    {
      path: '/course.json',
      of: '/',
      title: TITLE,
      make: (context) => JSON.stringify(courseFile(context)),
    },
  ]),
];
