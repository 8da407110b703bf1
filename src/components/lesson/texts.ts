import type { MDXInstance } from 'astro';

const TEXTS = new Map(
  Object.entries(import.meta.glob<MDXInstance<object>>('@content/*/*.mdx')).map(([path, load]) => [
    path.split('/').slice(-2).join('/'),
    load,
  ]),
);

/**
 * The text of an entry as a component; undefined if there is no such file.
 * @param name folder and id: "lessons/momentum"
 */
export const textOf = async (name: string) => (await TEXTS.get(`${name}.mdx`)?.())?.Content;
