import { TOOLS } from '../practice/tools.ts';

interface Attribute {
  required?: true;
  /** The kind of entry whose id the attribute holds. */
  names?: 'claim' | 'concept' | 'comparison' | 'figure';
  oneOf?: readonly string[];
}

/** A component that a lesson may use. */
export interface LessonComponent {
  /** `text` is used within a sentence; `block` on its own lines. */
  place: 'text' | 'block';
  wraps: boolean;
  /** Every lesson must have it exactly once. */
  once?: true;
  attributes: Readonly<Record<string, Attribute>>;
}

/** The components of texts; checks, page, Markdown export and the table in CONTRIBUTING.md read this list. */
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
    attributes: { if: { required: true }, then: { required: true }, tool: { oneOf: Object.keys(TOOLS) } },
  },
  Evidence: { place: 'block', wraps: true, once: true, attributes: {} },
} satisfies Record<string, LessonComponent>;

export type ComponentName = keyof typeof COMPONENTS;
export const LESSON_COMPONENTS: Readonly<Record<string, LessonComponent>> = COMPONENTS;
/** The components that a lesson may have. */
export const IN_LESSONS: readonly string[] = Object.keys(COMPONENTS);

/** The components that every other text may have: those within a sentence. */
export const IN_TEXTS: readonly string[] = Object.entries<LessonComponent>(COMPONENTS).flatMap(
  ([name, { place }]) => (place === 'text' ? [name] : []),
);

/** The ids in a space-separated `rows` attribute; undefined means the whole table. */
export const rowIds = (rows: string | undefined): string[] | undefined => rows?.trim().split(/\s+/);
