import { cardRows } from '../figures/social/comparison-card.ts';
import { toGrid } from '../components/comparison/views.ts';
import type { Comparison, Course } from '../course/types.ts';
import { toCsv, toMarkdown } from '../components/comparison/table-formats.ts';
import { attribution } from '../teaching/share/shareables.ts';
import { lastingPath } from '../course/short-link-lock.ts';
import type { Card } from './drawing-file.ts';
import type { ContentDownload, ContentExporter, ExportContext, FileContent } from './exporter.ts';
import { LICENSE, SITE_NAME } from '../site.ts';

/** The table as CSV. Its credit is a column: the lasting link of each row, below the author and license. */
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
  make: (card: Card) => ContentDownload['make'],
): ContentDownload[] =>
  comparisons.flatMap((comparison) =>
    cardRows(comparison).map((rows, index, cards): ContentDownload => {
      const several = cards.length > 1;
      const position = several ? ` (${index + 1} of ${cards.length})` : '';
      return {
        path: `${comparison.path}card${index === 0 ? '' : `-${index + 1}`}.${extension}`,
        of: comparison.path,
        title: comparison.title + position,
        ...(several ? { label: `Card ${index + 1} (${extension.toUpperCase()})` } : {}),
        make: make({ comparison, position, rows }),
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
  list: (course) =>
    ofEveryCard(course, 'svg', (one) => async (context) => {
      const { cardSvg } = await import('./drawing-file.ts');
      return cardSvg(one, context);
    }),
};

export const cardPicture: ContentExporter = {
  id: 'card-png',
  label: 'Card (PNG)',
  type: 'image/png',
  list: (course) =>
    ofEveryCard(course, 'png', (one) => async (context) => {
      const { cardPng } = await import('./drawing-file.ts');
      return cardPng(one, context);
    }),
};
