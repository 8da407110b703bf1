import type { MDXInstance } from 'astro';

const TEXTS = new Map(
  Object.entries(import.meta.glob<MDXInstance<object>>('@content/*/*.mdx')).map(([path, load]) => [
    path.split('/').slice(-2).join('/'),
    load,
  ]),
);

/** The text of an entry as a component, by folder and id ("lessons/momentum"); undefined without such a file. */
export const textOf = async (name: string) => (await TEXTS.get(`${name}.mdx`)?.())?.Content;
