import { TOOLS } from '../practice/tools.ts';

/** An attribute of a component. */
interface Attribute {
  required?: true;
  /** Its value is the id of an entry of this kind. */
  names?: 'claim' | 'concept' | 'comparison' | 'figure';
  /** Its value is one of these. */
  oneOf?: readonly string[];
}

/** A component that a lesson may use. */
export interface LessonComponent {
  /** A text component is part of a sentence; a block has lines of its own. */
  place: 'text' | 'block';
  /** Whether it has text between its tags. */
  wraps: boolean;
  /** Every lesson has it exactly once. */
  once?: true;
  attributes: Readonly<Record<string, Attribute>>;
}

/** The components of lessons: the checks, the page, the Markdown and the table in CONTRIBUTING.md follow this list. */
const COMPONENTS = {
  Claim: { place: 'text', wraps: true, attributes: { id: { required: true, names: 'claim' } } },
  Term: { place: 'text', wraps: true, attributes: { id: { required: true, names: 'concept' } } },
  Definition: { place: 'block', wraps: false, attributes: { concept: { required: true, names: 'concept' } } },
  Comparison: {
    place: 'block',
    wraps: false,
    attributes: { id: { required: true, names: 'comparison' }, rows: {} },
  },
  Figure: { place: 'block', wraps: false, attributes: { id: { required: true, names: 'figure' } } },
  Timeline: { place: 'block', wraps: false, attributes: {} },
  Example: { place: 'block', wraps: true, attributes: { title: { required: true } } },
  FromTheTalk: { place: 'block', wraps: true, attributes: {} },
  CheckYourself: { place: 'block', wraps: false, once: true, attributes: {} },
  ThisWeek: {
    place: 'block',
    wraps: false,
    once: true,
    attributes: {
      if: { required: true },
      then: { required: true },
      tool: { oneOf: Object.keys(TOOLS) },
    },
  },
  Evidence: { place: 'block', wraps: true, once: true, attributes: {} },
} satisfies Record<string, LessonComponent>;

export type ComponentName = keyof typeof COMPONENTS;

export const LESSON_COMPONENTS: Readonly<Record<string, LessonComponent>> = COMPONENTS;

/** The ids in a space-separated `rows` attribute; none means the whole table. */
export const rowIds = (rows: string | undefined): string[] | undefined => rows?.trim().split(/\s+/);
