import { resolve } from 'node:path';
import { toBase } from './lib/paths.ts';

/** Where the site will live, and where it is built; docs/deploy.md explains the variables. */
export const buildSettings = {
  site: process.env['SITE_URL'] ?? 'http://localhost:4321',
  base: toBase(process.env['BASE_PATH'] ?? '/'),
  /** Folder of the built site, absolute. */
  folder: resolve(process.env['OUT_DIR'] ?? 'dist'),
} as const;
