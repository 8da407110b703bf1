import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { SIDE_NAMES } from '../../src/site.ts';

/** Words of the course by their ids, which are permanent, so that tests survive a rewording. */

export { SITE_NAME, SUBJECT } from '../../src/site.ts';
/** The names of the two sides. */
export const [LEADING = '', MANAGING = ''] = SIDE_NAMES.map(({ label }) => label);

const read = (file: string): string => readFileSync(`src/content/${file}`, 'utf8');

/** With the apostrophes that the site sets. */
const asSet = (text: string): string => text.replaceAll("'", '’');

function fieldOf(value: unknown, id: string, field: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('id' in value && value.id === id && field in value)
    return Object.entries(value).find(([key]) => key === field)?.[1];
  return Object.values(value)
    .map((child) => fieldOf(child, id, field))
    .find((found) => found !== undefined);
}

/** A field of the entry with an id, anywhere in a YAML file of the course. */
export function word(file: string, id: string, field: string): string {
  const value = fieldOf(parse(read(file)), id, field);
  if (typeof value !== 'string') throw new Error(`${file} has no ${field} of "${id}"`);
  return asSet(value);
}

/** The title of a lesson or other text, the term of a concept or the question of an answer: `title('lessons/momentum')`. */
export function title(text: string): string {
  const { title, term, question } = parse(read(`${text}.mdx`).split('---\n')[1] ?? '') as Record<
    string,
    string
  >;
  const words = title ?? term ?? question;
  if (words === undefined) throw new Error(`${text}.mdx has no title`);
  return asSet(words);
}

/** The term of a concept. */
export const term = (concept: string): string => title(`concepts/${concept}`);

/** The heading with an id in a lesson: `section('momentum', 'four-states')`. */
export function section(lesson: string, id: string): string {
  const [, heading] = new RegExp(`^#+ (.+) \\{#${id}\\}$`, 'm').exec(read(`lessons/${lesson}.mdx`)) ?? [];
  if (heading === undefined) throw new Error(`The lesson ${lesson} has no heading "${id}"`);
  return asSet(heading);
}
