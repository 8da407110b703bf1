import type { ContentExporter } from '../exporter.ts';

export const slides: ContentExporter = {
  id: 'slides',
  label: 'Slides (PowerPoint)',
  type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  list: ({ lessons }) =>
    lessons.map((lesson) => ({
      path: `${lesson.path}slides.pptx`,
      of: lesson.path,
      title: lesson.title,
      make: async (context) => {
        const { slidesFile } = await import('./slides-file.ts');
        return slidesFile(lesson, context);
      },
    })),
};
