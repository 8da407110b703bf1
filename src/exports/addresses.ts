import type { Permalink } from '../course/permalinks.ts';

/** Whole addresses, for files that leave the site. */
export interface Addresses {
  /** Of a path of the site: "https://blueprint.example/lessons/momentum/". */
  absolute(path: string): string;
  /** The lasting one of a piece: "https://blueprint.example/go/k3x9/". */
  lasting(link: Pick<Permalink, 'path' | 'fragment'>): string;
}
