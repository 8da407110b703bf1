import { z } from 'zod';
import { missing } from './common.ts';
import { didYouMean } from '../../utils/nearest.ts';
import { inWords } from '../../utils/number-words.ts';
import { SIDES } from '../../site.ts';

/**
 * The id of a side of the course, or one of the words beside them. With neither, any text is taken: what needs sides
 * is then absent or refused as a whole.
 * @param others words for what is not one side, such as "both"
 */
export function sideId(others: readonly string[] = [], sides: readonly { id: string }[] = SIDES) {
  const ids = [...sides.map(({ id }) => id), ...others];
  if (ids.length === 0) return z.string(missing('write the id of a side'));
  const [first, second] = ids;
  const problem = ids.length === 2 ? `is neither ${first} nor ${second}` : `is none of ${ids.join(', ')}`;
  const remedy = `choose one of the ${inWords(ids.length)}.`;
  return z.enum(ids, {
    error: ({ input }) => `${problem}. Remedy: ${didYouMean(String(input), ids, remedy)}`,
  });
}
