import { changeSlice } from '../../../storage/browser/slices.ts';
import { casesSlice } from '../../../storage/cases.ts';

/** Keeps the ending that a reader reached, and the way to it. */
export function recordEnd(id: string, ending: string, way: readonly string[]): void {
  const at = new Date().toISOString();
  changeSlice(casesSlice, (cases) => ({
    ...cases,
    [id]: { at, way: way.join('.'), endings: [...new Set([...(cases[id]?.endings ?? []), ending])] },
  }));
}
