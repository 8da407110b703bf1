import { test as base } from '@playwright/test';

/** The build that a project tests. Tests tagged @any-course use it and must pass for every course. */
interface BuiltCourse {
  /** Folder of the built site, served at /. */
  dist: string;
  /** Folder of its content. */
  content: string;
}

export const test = base.extend<object, BuiltCourse>({
  dist: ['dist', { option: true, scope: 'worker' }],
  content: ['src/content', { option: true, scope: 'worker' }],
});
export { expect } from '@playwright/test';
export type { BuiltCourse };
