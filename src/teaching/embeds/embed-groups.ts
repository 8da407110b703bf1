import type { Course } from '../../course/types.ts';
import { shareables, type Shareable } from '../share/shareables.ts';

/** A piece of the course that has an embed. */
export type Embeddable = Shareable & { embed: string };

/** Pieces of one kind, for a list of choices. */
export interface EmbedGroup {
  label: string;
  pieces: Embeddable[];
}

const embeddable = (piece: Shareable): piece is Embeddable => piece.embed !== undefined;

/** All embeddable pieces by kind; questions by lesson. */
export function embedGroups(course: Course): EmbedGroup[] {
  const pieces = shareables(course).filter(embeddable);
  const group = (label: string, belongs: (piece: Embeddable) => boolean): EmbedGroup => ({
    label,
    pieces: pieces.filter(belongs),
  });
  return [
    group('Comparisons', ({ kind }) => kind === 'comparison'),
    group('Figures', ({ kind }) => kind === 'figure'),
    group('Concepts', ({ kind }) => kind === 'concept'),
    ...course.lessons.map(({ number, title, path }) =>
      group(
        `Questions of lesson ${number}: ${title}`,
        (piece) => piece.kind === 'question' && piece.path === path,
      ),
    ),
  ].filter((each) => each.pieces.length > 0);
}
