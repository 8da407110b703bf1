import { headingMistakes, onceMistakes, proseMistakes } from '../course/checks/prose.ts';
import { IN_TEXTS } from '../course/lesson-components.ts';
import type { ProseParts } from '../course/lesson-outline.ts';
import { countWords, type Mistake } from '../course/lesson-tree.ts';
import { ENTRY_KINDS, type KindId } from './kinds.ts';
import { contentOf } from './registry.ts';

/** Mistakes in the text of an entry: its components, its headings and its length. */
export function entryMistakes(kind: KindId, prose: ProseParts): Mistake[] {
  const { components = [], words: [least, most] = [0, Infinity], headings } = contentOf(kind);
  const what = ENTRY_KINDS[kind].label.toLowerCase();
  const count = countWords(prose.root);
  const line = prose.root.position?.end.line ?? 1;
  return [
    ...proseMistakes(prose, [...IN_TEXTS, ...components]),
    ...onceMistakes(prose, components, what),
    ...(headings === true ? headingMistakes(prose) : []),
    ...prose.headings
      .filter(() => headings !== true)
      .map((heading): Mistake => ({
        line: heading.line,
        field: `heading "${heading.text}"`,
        problem: `stands in a text that has none: the page of each ${what} has its own`,
        remedy: 'make it the first sentence of its paragraph.',
      })),
    ...(count >= least && count <= most
      ? []
      : [
          {
            line,
            field: 'text',
            problem: `has ${count} words`,
            remedy: `write ${least} to ${most} words.`,
          },
        ]),
  ];
}
