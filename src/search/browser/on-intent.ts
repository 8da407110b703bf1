/** What is loaded once somebody means to search: one file, as each more is a request before the first result. */
export { fillDialog } from './dialog.ts';
export { SearchPanel } from './panel.ts';
export { prepareSearch } from './instant.ts';
