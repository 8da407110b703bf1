import { addressesOf } from '../addresses.ts';
import type { ContentExporter } from '../exporter.ts';

export const markdownLessons: ContentExporter = {
  id: 'markdown',
  label: 'Text (Markdown)',
  type: 'text/markdown',
  list: (course) =>
    course.lessons.map((lesson) => ({
      path: `${lesson.path}lesson.md`,
      of: lesson.path,
      title: lesson.title,
      make: async (context) => {
        const { lessonMarkdown } = await import('./lesson.ts');
        return lessonMarkdown(lesson, course, addressesOf(context), context.edition);
      },
    })),
};
