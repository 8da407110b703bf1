import type { Guide } from '../../course/types.ts';

const SIZES: readonly (readonly [word: RegExp, size: number])[] = [
  [/\bpairs?\b/i, 2],
  [/\bthrees?\b/i, 3],
  [/\bfours?\b/i, 4],
  [/\bfives?\b/i, 5],
  [/\bsix(?:es)?\b/i, 6],
];

/** A sheet of which one serves more people than this is for the room. */
const MOST = 8;

/** How many people work together: those who share cards or strips, otherwise what the guide says of its groups. */
export function groupSize({
  groups,
  sheets,
}: Pick<Guide['exercises'][number], 'groups' | 'sheets'>): number | undefined {
  const shared = sheets.find(
    ({ kind, per }) => (kind === 'cards' || kind === 'strips') && per > 1 && per <= MOST,
  );
  if (shared !== undefined) return shared.per;
  const named = SIZES.map(([word, size]) => ({ at: groups.search(word), size })).filter(({ at }) => at >= 0);
  return named.sort((one, other) => one.at - other.at)[0]?.size;
}

const counted = (count: number, size: number): string => `${count} group${count === 1 ? '' : 's'} of ${size}`;

/** A group of people in groups of about a size: "14 people: 4 groups of 3 and 1 group of 2." */
export function groupsOf(people: number, size: number): string {
  const groups = Math.max(1, Math.round(people / size));
  const least = Math.floor(people / groups);
  const larger = people % groups;
  const parts = [...(larger > 0 ? [counted(larger, least + 1)] : []), counted(groups - larger, least)];
  return `${people} ${people === 1 ? 'person' : 'people'}: ${parts.join(' and ')}.`;
}
