import { z } from 'zod';
import { text } from './common.ts';

/** Front matter of a text for a page of the site (`src/content/pages/<id>.mdx`); `text` in `src/routes.ts` names the page. */
export const pageTextSchema = z.strictObject({
  /** The heading of a page that has no other. */
  title: text('the heading of the page').optional(),
  /** The description of such a page, for search engines and previews. */
  summary: text('what the page says, in a sentence').optional(),
});

export type PageTextData = z.infer<typeof pageTextSchema>;
