import { downloads } from './downloads.ts';
import { hostFiles } from './host-files.ts';
import { inlineSheets } from './inline-sheets.ts';
import { keptEditions } from './kept-editions.ts';
import { offlineList } from './offline-list.ts';
import { pageSheets } from './page-sheets.ts';
import { permalinkLock } from './permalink-lock.ts';
import { precompress } from './precompress.ts';
import { searchIndex } from './search-index.ts';
import type { Step } from './step.ts';

/** All steps, in their order. */
export const STEPS: readonly Step[] = [
  searchIndex,
  permalinkLock,
  keptEditions,
  pageSheets,
  // From pages that are whole.
  downloads,
  inlineSheets,
  // Of all files that are there by now.
  offlineList,
  // Of everything that a browser may ask for.
  hostFiles,
  // Last: it compresses what the others wrote.
  precompress,
];
