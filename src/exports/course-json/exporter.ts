import { addressesOf } from '../addresses.ts';
import type { ContentExporter } from '../exporter.ts';
import { TITLE } from '../../site.ts';

export const courseJson: ContentExporter = {
  id: 'course-json',
  label: 'All content (JSON)',
  type: 'application/json',
  list: (course) => [
    {
      path: '/course.json',
      of: '/',
      title: TITLE,
      make: async (context) => {
        const { courseFile } = await import('./write.ts');
        return JSON.stringify(courseFile(course, addressesOf(context), context.edition));
      },
    },
  ],
};
