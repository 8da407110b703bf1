import { stringify } from 'yaml';
import { madeName, slug } from './names.ts';
import type { Prose } from './prose.ts';
import { Random } from './random.ts';

const DIMENSIONS = ['Time', 'Risk', 'Focus', 'Meetings', 'Plans', 'Feedback', 'Measures', 'Decisions'];

/** First number of tables, so that no table has the name of a concept. */
const FIRST_NAME = 20_000_000;

const title = (number: number): string => `${madeName(FIRST_NAME + number)} and its opposite`;

/** The id of the table with a number, from 0. */
export const comparisonId = (number: number): string => slug(title(number));

/** The file of a table with two sides and six rows. */
export function comparisonFile(number: number, seed: number, prose: Prose): string {
  const random = new Random(seed + number);
  return stringify({
    title: title(number),
    caption: prose.sentence(random),
    sides: [
      { id: 'leading', label: 'Leading', tone: 'leading' },
      { id: 'managing', label: 'Managing', tone: 'managing' },
    ],
    rows: random.sample(DIMENSIONS, 6).map((dimension) => ({
      id: slug(dimension),
      dimension,
      cells: { leading: prose.sentence(random), managing: prose.sentence(random) },
      ask: `${prose.phrase(random, 6, 10)}?`,
      example: prose.sentence(random),
      aliases: [prose.phrase(random, 2, 3).toLowerCase(), prose.phrase(random, 1, 2).toLowerCase()],
    })),
  });
}
