import { getCourse } from '../course/get-course.ts';
import type { Entry } from './entry.ts';
import type { KindId } from './kinds.ts';

/** The pages of a route with one for each entry of a kind. */
export const entryPaths = async (
  wanted: KindId,
): Promise<{ params: { slug: string }; props: { entry: Entry } }[]> =>
  (await getCourse()).entries
    .filter(({ kind }) => kind === wanted)
    .map((entry) => ({ params: { slug: entry.id }, props: { entry } }));
