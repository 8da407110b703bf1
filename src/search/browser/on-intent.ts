/** The part of search that loads on demand: one file, to save requests before the first result. */
export { fillDialog } from './dialog.ts';
export { SearchPanel } from './panel.ts';
export { prepareSearch } from './instant.ts';
