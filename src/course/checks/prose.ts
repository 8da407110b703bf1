import { existsSync } from 'node:fs';
import { LESSON_PARTS } from '../../routes.ts';
import { IN_LESSONS, IN_TEXTS, LESSON_COMPONENTS } from '../lesson-components.ts';
import type { LessonOutline, ProseParts } from '../lesson-outline.ts';
import { lineOf, textOf, walk, withChildren, type ComponentUse, type Mistake } from '../lesson-tree.ts';
import { didYouMean } from '../../utils/nearest.ts';
import { slug } from '../../utils/slug.ts';

/** Ids of the headings that the lesson page adds; authors may not use them. */
const RESERVED_IDS: readonly string[] = Object.values(LESSON_PARTS).map(({ id }) => id);
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Mistakes in an MDX body that need no other file to find; `allowed` names its components. */
export const proseMistakes = (
  { root, mistakes, images, components }: ProseParts,
  allowed: readonly string[] = IN_TEXTS,
): Mistake[] => [
  ...mistakes,
  ...(root.type === 'root' && root.children.length === 0 && mistakes.length === 0
    ? [{ line: 1, field: 'text', problem: 'is empty', remedy: 'write it below the second line "---".' }]
    : []),
  ...linkMistakes(root),
  ...[...walk(root)]
    .filter(({ type }) => type === 'code')
    .map((node): Mistake => ({
      line: lineOf(node),
      field: 'block of code',
      problem: 'has no place in a text',
      remedy: 'remove the lines of backticks around it.',
    })),
  ...emptyTables(root),
  ...images
    .filter(({ alt }) => alt.trim() === '')
    .map(({ url, line }): Mistake => ({
      line,
      field: `![](${url})`,
      problem: 'the image has no text alternative',
      remedy: 'write between the square brackets what the image shows.',
    })),
  ...images
    .filter(({ alt, url }) => alt.trim() !== '' && !(url.startsWith('/') && existsSync(`public${url}`)))
    .map(({ url, line }): Mistake => ({
      line,
      field: `![](${url})`,
      problem: 'there is no such file in public/',
      remedy: `put it there, and write its address from there, such as /${url.replace(/^.*\//, '')}.`,
    })),
  ...components.flatMap((use) => componentMistakes(use, allowed)),
];

/** Links without words, and those without an address: readers would see the brackets of [this][that]. */
const linkMistakes = (root: ProseParts['root']): Mistake[] =>
  [...walk(root)].flatMap((node) => {
    const line = lineOf(node);
    const remedy = 'write the address in parentheses, as in [this](/lessons/).';
    if (node.type === 'link' && node.url === '')
      return { line, field: `[${textOf(node)}]()`, problem: 'is a link without an address', remedy };
    if (node.type === 'link' && textOf(node) === '')
      return {
        line,
        field: `[](${node.url})`,
        problem: 'is a link without words',
        remedy: 'write between the square brackets where it leads.',
      };
    return node.type === 'text'
      ? [...node.value.matchAll(/\[[^[\]]+\]\[[^[\]]*\]/g)].map(([field]): Mistake => ({
          line,
          field,
          problem: 'is a link without an address',
          remedy,
        }))
      : [];
  });

/** Tables of a header alone, which would have nothing to show on a slide. */
const emptyTables = (root: ProseParts['root']): Mistake[] =>
  [...walk(root)].flatMap((node) =>
    node.type === 'table' && node.children.length < 2
      ? [
          {
            line: lineOf(node),
            field: 'table',
            problem: 'has no rows below its header',
            remedy: 'write a row below the line of hyphens, or remove the table.',
          },
        ]
      : [],
  );

/** Mistakes in a text for a page: those of any text, and headings without a unique id. */
export const pageMistakes = (parts: ProseParts): Mistake[] => [
  ...proseMistakes(parts),
  ...headingMistakes(parts),
];

/** Mistakes in a lesson's structure: headings without a unique id, missing parts. */
export function lessonMistakes({ parts }: LessonOutline): Mistake[] {
  const found = [...proseMistakes(parts, IN_LESSONS), ...headingMistakes(parts)];
  // A body that cannot be parsed has no parts; report only the syntax error.
  if (parts.root.type === 'root' && parts.root.children.length === 0 && parts.mistakes.length > 0)
    return found;
  const once = Object.entries(LESSON_COMPONENTS).flatMap(([name, component]) =>
    component.once === undefined ? [] : [name],
  );
  return [...found, ...onceMistakes(parts, once, 'lesson')];
}

/** Checks that a text has each of the named components exactly once. */
export function onceMistakes(parts: ProseParts, names: readonly string[], what: string): Mistake[] {
  const found: Mistake[] = [];
  for (const name of names) {
    const [first, second] = parts.components.filter((use) => use.name === name);
    const add = (line: number, problem: string, remedy: string): unknown =>
      found.push({ line, field: `<${name}>`, problem, remedy });
    if (first === undefined)
      add(
        parts.root.position?.end.line ?? 1,
        `is missing; every ${what} has it`,
        `add <${name}> on a line of its own (CONTRIBUTING.md shows the order).`,
      );
    if (second !== undefined) add(second.line, `is in the ${what} twice`, 'remove one of the two.');
  }
  return found;
}

export function headingMistakes({ headings }: ProseParts): Mistake[] {
  const found: Mistake[] = [];
  const seen = new Set(RESERVED_IDS);
  for (const { depth, text, id, line } of headings) {
    const marks = '#'.repeat(depth);
    const add = (problem: string, remedy: string): unknown =>
      found.push({ line, field: `heading "${text}"`, problem, remedy });
    if (depth !== 2 && depth !== 3)
      add(
        `has ${depth === 1 ? 'one number sign' : `${depth} number signs`}`,
        'write ## for a section and ### for a part of one.',
      );
    else if (id === undefined)
      add(
        'has no id, so links to it would break when it is reworded',
        `end the line with an id of its own: ${marks} ${text} {#short-id}`,
      );
    else if (!ID.test(id))
      add(
        `the id "${id}" has other characters than small letters, digits and hyphens`,
        `write ${marks} ${text} {#${slug(id) || 'short-id'}}`,
      );
    else if (seen.has(id)) add(`the id "${id}" is on this page already`, 'give the heading another id.');
    if (id !== undefined) seen.add(id);
  }
  return found;
}

/** Checks that a component is known and has its required attributes and text. */
function componentMistakes(
  { name, attributes, children, line }: ComponentUse,
  allowed: readonly string[],
): Mistake[] {
  const component = LESSON_COMPONENTS[name];
  const found: Mistake[] = [];
  const add = (problem: string, remedy: string, key = ''): unknown =>
    found.push({ line, field: `<${name}${key}>`, problem, remedy });
  if (component === undefined || !allowed.includes(name)) {
    add(
      `is no component of ${allowed === IN_LESSONS ? 'lessons' : 'this text'}`,
      didYouMean(name, allowed, `use one of ${allowed.join(', ')}, or Markdown.`),
    );
    return found;
  }
  const names = Object.keys(component.attributes);
  for (const [key, { required, oneOf }] of Object.entries(component.attributes)) {
    const value = attributes[key];
    if (value === undefined ? required : value.trim() === '')
      add(
        value === undefined ? 'is missing' : 'is empty',
        `write <${name} ${key}="...">${required ? '.' : ', or leave it out.'}`,
        ` ${key}`,
      );
    else if (value !== undefined && oneOf?.includes(value) === false)
      add(
        `"${value}" is not possible`,
        didYouMean(value, oneOf, `use one of ${oneOf.join(', ')}.`),
        ` ${key}`,
      );
  }
  for (const key of Object.keys(attributes))
    if (!names.includes(key))
      add(
        'is no attribute of the component',
        didYouMean(key, names, names.length === 0 ? 'remove it.' : `use ${names.join(', ')}.`),
        ` ${key}`,
      );
  if (component.wraps && textOf(withChildren({ type: 'root', children: [] }, children)) === '')
    add('has no text', `write the text between <${name}> and </${name}>.`);
  if (!component.wraps && children.length > 0)
    add('takes no text', 'write the text below it, and end the tag itself with "/>".');
  return found;
}
