import type { APIContext } from 'astro';
import { getCourse } from '@/course.ts';
import { withBase, WORKBOOK_PATH } from '@/lib/paths.ts';
import { shortLessons } from '@/lib/number-words.ts';
import { PRACTICE_PAGES } from '@/lib/practice.ts';
import { WORKBOOK_SUMMARY } from '@/lib/workbook.ts';
import { LICENSE, SITE_NAME, SUBJECT } from '@/site.ts';

/** A map of the site for language models, after https://llmstxt.org/. */
export async function GET({ site }: APIContext): Promise<Response> {
  const course = await getCourse();
  const line = (path: string, title: string, about: string): string =>
    `- [${title}](${new URL(withBase(import.meta.env.BASE_URL, path), site).href}): ${about}`;
  const text = [
    `# ${SITE_NAME}`,
    '',
    `> A free course on ${SUBJECT}: ${shortLessons(course.lessons.length)}, concepts, comparison tables, sources. Text under ${LICENSE.name}.`,
    '',
    '## Lessons',
    ...course.lessons.map(({ path, title, summary }) => line(path, title, summary)),
    '',
    '## Lessons as Markdown',
    ...course.lessons.map(({ path, title, summary }) => line(`${path}lesson.md`, title, summary)),
    '',
    '## Data',
    line('/course.json', 'All content', 'one JSON file, with license and edition.'),
    line('/course.schema.json', 'Its JSON Schema', 'the form of course.json.'),
    line('/links.json', 'Lasting links', 'every permanent address with its lasting id.'),
    line('/downloads.json', 'Downloads', 'every file to take along, with size and hash.'),
    line('/changes.atom', 'Changes', 'an Atom feed of editions and what is new in each.'),
    '',
    '## Practice tools',
    ...PRACTICE_PAGES.map(({ path, title, summary }) => line(path, title, summary)),
    '',
    '## To print',
    line(WORKBOOK_PATH, 'Workbook', WORKBOOK_SUMMARY),
    '',
    '## Comparisons',
    ...course.comparisons.map(({ path, title, caption }) => line(path, title, caption)),
    '',
    '## Files',
    line('/downloads.json', 'Downloads', 'every file to take along, with its kind, size and SHA-256 hash.'),
    line('/links.json', 'Links', 'every address that stays, with its lasting link.'),
    '',
    '## Concepts',
    ...course.concepts.map(({ path, term, definition }) => line(path, term, definition)),
    '',
  ].join('\n');
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
