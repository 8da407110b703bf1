const FILES = import.meta.glob<string>('@content/lessons/*.svg', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The drawings that lessons open with, by the lesson's id: SVG whose paths have the classes of the logo. */
const OPENINGS = new Map(
  Object.entries(FILES).map(([path, svg]) => [
    path.slice(path.lastIndexOf('/') + 1, -'.svg'.length),
    svg.trim(),
  ]),
);

/** The drawing that a lesson opens with; undefined if the course has none. */
export const openingOf = (lesson: string): string | undefined => OPENINGS.get(lesson);
