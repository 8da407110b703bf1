import { relative } from 'node:path';
import type { Plugin } from 'vite';
import { AuthorError } from '../course/author-error.ts';
import { parseProse } from '../course/lesson-tree.ts';

/** Vite plugin that reports MDX syntax errors with file, line and remedy. MDX is compiled before the course is checked. */
export const mdxMistakes = (): Plugin => ({
  name: 'mdx-mistakes',
  enforce: 'pre',
  transform: {
    filter: { id: /\.mdx$/ },
    handler(code, id) {
      // Replaces the front matter with empty lines, so that line numbers are those of the file.
      const body = code.replace(/^---\r?\n[\s\S]*?\r?\n---(?=\r?\n)/, (front) => front.replace(/[^\n]/g, ''));
      const file = relative(process.cwd(), id);
      const problems = parseProse(body, 'mdx').mistakes.map((mistake) => ({ file, ...mistake }));
      if (problems.length > 0) throw new AuthorError(problems);
    },
  },
});
