import type { ComponentName } from '@/course/lesson-components.ts';
import FigureView from '../figure/FigureView.astro';
import CheckYourself from './CheckYourself.astro';
import Claim from './Claim.astro';
import Definition from './Definition.astro';
import Evidence from './Evidence.astro';
import Example from './Example.astro';
import FromTheTalk from './FromTheTalk.astro';
import H3 from './H3.astro';
import Heading from './Heading.astro';
import LessonComparison from './LessonComparison.astro';
import Notes from './Notes.astro';
import Term from './Term.astro';
import ThisWeek from './ThisWeek.astro';
import Timeline from './Timeline.astro';

/** The components that every text may name. */
export const textComponents = { Claim, Term, Notes };
/** Those of a text with headings. */
export const pageComponents = { ...textComponents, h2: Heading, h3: H3 };

/** The components that lessons name without importing them. */
export const mdxComponents = {
  ...pageComponents,
  CheckYourself,
  Comparison: LessonComparison,
  Definition,
  Evidence,
  Example,
  Figure: FigureView,
  FromTheTalk,
  ThisWeek,
  Timeline,
} satisfies Record<ComponentName | 'h2' | 'h3' | 'Notes', unknown>;
