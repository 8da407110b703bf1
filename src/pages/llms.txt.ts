import { ENTRY_KINDS, presentKinds } from '@/collections/kinds.ts';
import { getCourse } from '@/course/get-course.ts';
import { shortLessons } from '@/utils/number-words.ts';
import { presentTools } from '@/practice/content.ts';
import { FILES, PAGES, type FileRoute, type Route } from '@/routes.ts';
import { LICENSE, SITE_NAME, SUBJECT } from '@/site.ts';
import { absolute } from '@/utils/url.ts';

/** A map of the site for language models, after https://llmstxt.org/. */
export async function GET(): Promise<Response> {
  const course = await getCourse();
  const line = (path: string, title: string, about: string): string =>
    `- [${title}](${absolute(path)}): ${about}`;
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
    ...Object.values<FileRoute>(FILES).flatMap(({ path, listed }) =>
      listed === undefined ? [] : [line(path, ...listed)],
    ),
    '',
    '## Practice tools',
    ...presentTools(course.tools).map(({ path, title, summary }) => line(path, title, summary)),
    '',
    ...presentKinds(course.entries).flatMap((id) => [
      `## ${ENTRY_KINDS[id].title}`,
      ...course.entries
        .filter(({ kind }) => kind === id)
        .map(({ path, title, summary }) => line(path, title, summary)),
      '',
    ]),
    '## To print',
    ...Object.values<Route & { title: string }>(PAGES).flatMap(({ path, title, summary }) =>
      summary === undefined ? [] : [line(path, title, summary)],
    ),
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
