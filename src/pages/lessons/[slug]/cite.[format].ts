import type { APIContext } from 'astro';
import { getCourse } from '@/course.ts';
import { pageBibtex, pageRis } from '@/lib/citations.ts';
import type { Lesson } from '@/lib/course-types.ts';
import { withBase } from '@/lib/paths.ts';

const FORMATS = { bib: pageBibtex, ris: pageRis };
type Format = keyof typeof FORMATS;

interface Props {
  lesson: Lesson;
  format: Format;
}

export async function getStaticPaths() {
  const { lessons } = await getCourse();
  const formats = Object.keys(FORMATS) as Format[];
  return lessons.flatMap((lesson) =>
    formats.map((format) => ({
      params: { slug: lesson.id, format },
      props: { lesson, format } satisfies Props,
    })),
  );
}

/** The citation of a lesson as a file for reference managers. */
export function GET({ props, site }: APIContext<Props>): Response {
  const { id, title, path, updated } = props.lesson;
  const url = new URL(withBase(import.meta.env.BASE_URL, path), site).href;
  return new Response(FORMATS[props.format]({ id, title, url, updated }));
}
