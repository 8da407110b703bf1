import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { IN_LESSONS } from '@/course/lesson-components.ts';
import { pageComponents } from './text-components.ts';

const FILES = Object.entries(
  import.meta.glob<AstroComponentFactory>(['./*.astro', '../figure/Figure.astro'], {
    eager: true,
    import: 'default',
  }),
);

function componentOf(name: string): AstroComponentFactory {
  const [, component] = FILES.find(([path]) => path.endsWith(`/${name}.astro`)) ?? [];
  if (component === undefined) throw new Error(`src/components/lesson/${name}.astro is missing.`);
  return component;
}

/** The components that lessons name without importing them, each from the file of its name. */
export const mdxComponents = {
  ...pageComponents,
  ...Object.fromEntries(IN_LESSONS.map((name) => [name, componentOf(name)])),
};
