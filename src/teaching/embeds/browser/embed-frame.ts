import { HEIGHT_MESSAGE } from '../embed-height.ts';
import { isTheme } from '../../../components/site/theme.ts';

/**
 * Runs in an embed: takes `?theme=light|dark` from the address, and tells the page around it the height, and
 * nothing else. The message is one JSON text that both `public/embed.js` and Canvas understand, which asks for
 * `lti.frameResize` and reads every message as JSON:
 * `{ "subject": "lti.frameResize", "type": "blueprint-and-build:height", "height": <pixels> }`.
 */
const theme = new URLSearchParams(location.search).get('theme');
if (isTheme(theme)) document.documentElement.dataset['theme'] = theme;

if (parent !== window) {
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    // A frame that grows by a pixel may change the height by a pixel, and so on for ever.
    if (Math.abs(height - told) < 2) return;
    told = height;
    // Any page may embed the piece, and the height is no secret, so every origin may hear it.
    parent.postMessage(JSON.stringify({ subject: 'lti.frameResize', type: HEIGHT_MESSAGE, height }), '*');
  }).observe(document.body);
}
