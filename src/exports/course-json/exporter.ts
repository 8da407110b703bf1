import { courseFile } from './write.ts';
import { addressesOf } from '../site-addresses.ts';
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
      make: (context) => JSON.stringify(courseFile(course, addressesOf(context), context.edition)),
    },
  ],
};
