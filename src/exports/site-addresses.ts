import type { Addresses } from './addresses.ts';
import { lastingPath } from '../course/short-link-lock.ts';
import type { ExportContext } from './exporter.ts';

/** The addresses that a file is given. */
export const addressesOf = ({ absolute }: Pick<ExportContext, 'absolute'>): Addresses => ({
  absolute,
  lasting: (link) => absolute(lastingPath(link)),
});
