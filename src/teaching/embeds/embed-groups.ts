import type { Course } from '../../course/types.ts';
import { shareables, type Shareable } from '../share/shareables.ts';

/** Pieces of one kind, for a list of choices. */
export interface EmbedGroup {
  label: string;
  pieces: Shareable[];
}

/** All pieces by kind; questions by lesson. */
export function embedGroups(course: Course): EmbedGroup[] {
  const pieces = shareables(course);
  const group = (label: string, belongs: (piece: Shareable) => boolean): EmbedGroup => ({
    label,
    pieces: pieces.filter(belongs),
  });
  return [
    group('Comparisons', ({ kind }) => kind === 'comparison'),
    group('Figures', ({ kind }) => kind === 'figure'),
    group('Concepts', ({ kind }) => kind === 'concept'),
    group('Cases to decide', ({ kind }) => kind === 'case'),
    group('Whole lessons', ({ kind }) => kind === 'lesson'),
    ...course.lessons.map(({ number, title, path }) =>
      group(
        `Questions of lesson ${number}: ${title}`,
        (piece) => piece.kind === 'question' && piece.path === path,
      ),
    ),
  ].filter((each) => each.pieces.length > 0);
}
