import type { Permalink } from '../course/permalinks.ts';
import { lastingPath } from '../course/short-link-lock.ts';

/** Absolute addresses, for files that leave the site. */
export interface Addresses {
  /** Address of a path of the site: "https://blueprint.example/lessons/momentum/". */
  absolute(path: string): string;
  /** Lasting address of a page or passage: "https://blueprint.example/go/k3x9/". */
  lasting(link: Pick<Permalink, 'path' | 'fragment'>): string;
}

/** Adds lasting addresses to the absolute ones. */
export const addressesOf = ({ absolute }: Pick<Addresses, 'absolute'>): Addresses => ({
  absolute,
  lasting: (link) => absolute(lastingPath(link)),
});
