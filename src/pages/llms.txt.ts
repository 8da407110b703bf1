import type { APIContext } from 'astro';
import { getCourse } from '@/course.ts';
import { withBase, WORKBOOK_PATH } from '@/lib/paths.ts';
import { PRACTICE_PAGES } from '@/lib/practice.ts';
import { WORKBOOK_SUMMARY } from '@/lib/workbook.ts';

/** A map of the site for language models, after https://llmstxt.org/. */
export async function GET({ site }: APIContext): Promise<Response> {
  const course = await getCourse();
  const line = (path: string, title: string, about: string): string =>
    `- [${title}](${new URL(withBase(import.meta.env.BASE_URL, path), site).href}): ${about}`;
  const text = [
    '# Blueprint & Build',
    '',
    '> A free course on leading and managing: ten short lessons, concepts, comparison tables, sources. Text under CC BY 4.0.',
    '',
    '## Lessons',
    ...course.lessons.map(({ path, title, summary }) => line(path, title, summary)),
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
    '## Concepts',
    ...course.concepts.map(({ path, term, definition }) => line(path, term, definition)),
    '',
  ].join('\n');
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
