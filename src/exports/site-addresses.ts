import type { Addresses } from '../lib/addresses.ts';
import { lastingPath } from '../short-links.ts';
import type { ExportContext } from './exporter.ts';

/** The addresses that a file is given. */
export const addressesOf = ({ absolute }: Pick<ExportContext, 'absolute'>): Addresses => ({
  absolute,
  lasting: (link) => absolute(lastingPath(link)),
});
