import { isTheme } from '../lib/theme.ts';

/**
 * Runs in an embed: takes `?theme=light|dark` from the address, and tells the page around it the height, and
 * nothing else. Message: `{ type: 'blueprint-and-build:height', height: <pixels> }`.
 */
const theme = new URLSearchParams(location.search).get('theme');
if (isTheme(theme)) document.documentElement.dataset['theme'] = theme;

if (parent !== window) {
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    // Any page may embed the table, and the height is no secret, so every origin may hear it.
    parent.postMessage({ type: 'blueprint-and-build:height', height }, '*');
  }).observe(document.body);
}
