import { relative } from 'node:path';
import type { Plugin } from 'vite';
import { AuthorError } from '../course/author-error.ts';
import { parseProse } from '../course/lesson-tree.ts';

/** Reports MDX that cannot be compiled with file, line and remedy. The compiler runs before the checks of the course. */
export const mdxMistakes = (): Plugin => ({
  name: 'mdx-mistakes',
  enforce: 'pre',
  transform: {
    filter: { id: /\.mdx$/ },
    handler(code, id) {
      // Empty lines in place of the front matter: lines of the body are then lines of the file.
      const body = code.replace(/^---\r?\n[\s\S]*?\r?\n---(?=\r?\n)/, (front) => front.replace(/[^\n]/g, ''));
      const file = relative(process.cwd(), id);
      const problems = parseProse(body, 'mdx').mistakes.map((mistake) => ({ file, ...mistake }));
      if (problems.length > 0) throw new AuthorError(problems);
    },
  },
});
