import { cardRows, drawComparisonCard } from '../figures/social/comparison-card.ts';
import { toGrid } from '../components/comparison/views.ts';
import type { Comparison, ComparisonRow, Course } from '../course/types.ts';
import { toCsv, toMarkdown } from '../components/comparison/table-formats.ts';
import { attribution } from '../teaching/share/shareables.ts';
import { lastingPath } from '../course/short-link-lock.ts';
import { cardFile, slidePicture } from './drawing-file.ts';
import type { ContentDownload, ContentExporter, ExportContext, FileContent } from './exporter.ts';
import { LICENSE, SITE_NAME } from '../site.ts';

/** The table as data alone. Its credit is a column too: each row's lasting link, under who made it. */
function csvOf(comparison: Comparison, { absolute }: ExportContext): string {
  const [header = [], ...rows] = toGrid(comparison);
  return toCsv([
    [...header, 'Example', `Source: ${SITE_NAME}, ${LICENSE.name}`],
    ...comparison.rows.map((row, index) => [
      ...(rows[index] ?? []),
      row.example,
      absolute(lastingPath({ path: comparison.path, fragment: row.id })),
    ]),
  ]);
}

const markdownOf = (comparison: Comparison, { absolute }: ExportContext): string =>
  [
    `# ${comparison.title}\n`,
    `${comparison.caption}\n`,
    toMarkdown(toGrid(comparison)),
    `${attribution(comparison.title, absolute(lastingPath(comparison)))}\n`,
  ].join('\n');

/** One of the cards that a table fills. */
interface Card {
  comparison: Comparison;
  /** Its place among them; none where the table has but one. */
  place: string;
  rows: ComparisonRow[];
}

/** A card as a drawing that stands alone. What it shows is its description too, row by row. */
function cardOf({ comparison, place, rows }: Card, { absolute }: ExportContext): string {
  const title = comparison.title + place;
  const said = rows.map(
    ({ dimension, cells }) =>
      `${dimension}. ${comparison.sides.map(({ id, label }) => `${label}: ${cells[id] ?? ''}`).join(' ')}`,
  );
  return cardFile(drawComparisonCard(comparison, title, rows), {
    title,
    description: [comparison.caption, ...said].join(' '),
    address: absolute(lastingPath(comparison)),
  });
}

const ofEveryTable = (
  { comparisons }: Course,
  name: string,
  make: (comparison: Comparison, context: ExportContext) => FileContent,
): ContentDownload[] =>
  comparisons.map((comparison) => ({
    path: `${comparison.path}${name}`,
    of: comparison.path,
    title: comparison.title,
    make: (context) => make(comparison, context),
  }));

const ofEveryCard = (
  { comparisons }: Course,
  extension: string,
  make: (card: Card, context: ExportContext) => FileContent | Promise<FileContent>,
): ContentDownload[] =>
  comparisons.flatMap((comparison) =>
    cardRows(comparison).map((rows, index, cards): ContentDownload => {
      const several = cards.length > 1;
      const place = several ? ` (${index + 1} of ${cards.length})` : '';
      return {
        path: `${comparison.path}card${index === 0 ? '' : `-${index + 1}`}.${extension}`,
        of: comparison.path,
        title: comparison.title + place,
        ...(several ? { label: `Card ${index + 1} (${extension.toUpperCase()})` } : {}),
        make: (context) => make({ comparison, place, rows }, context),
      };
    }),
  );

export const csvTable: ContentExporter = {
  id: 'table-csv',
  label: 'Table (CSV)',
  type: 'text/csv',
  list: (course) => ofEveryTable(course, 'table.csv', csvOf),
};

export const markdownTable: ContentExporter = {
  id: 'table-markdown',
  label: 'Table (Markdown)',
  type: 'text/markdown',
  list: (course) => ofEveryTable(course, 'table.md', markdownOf),
};

export const card: ContentExporter = {
  id: 'card-svg',
  label: 'Card (SVG)',
  type: 'image/svg+xml',
  list: (course) => ofEveryCard(course, 'svg', cardOf),
};

export const cardPicture: ContentExporter = {
  id: 'card-png',
  label: 'Card (PNG)',
  type: 'image/png',
  list: (course) => ofEveryCard(course, 'png', (one, context) => slidePicture(cardOf(one, context))),
};
