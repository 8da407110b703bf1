import { HEIGHT_MESSAGE } from '../embed-height.ts';
import { isTheme } from '../../../components/site/theme.ts';

/**
 * Runs in an embed: applies `?theme=light|dark` and sends its height to the parent page. The message is a JSON text
 * that both `public/embed.js` and Canvas understand (Canvas parses every message as JSON and expects
 * `lti.frameResize`):
 * `{ "subject": "lti.frameResize", "type": "blueprint-and-build:height", "height": <pixels> }`.
 */
const theme = new URLSearchParams(location.search).get('theme');
if (isTheme(theme)) document.documentElement.dataset['theme'] = theme;

if (parent !== window) {
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    // Ignores changes of one pixel, because resizing the frame can change the height by a pixel, in an endless loop.
    if (Math.abs(height - told) < 2) return;
    told = height;
    // To any origin, because any site may embed the piece and the height is not a secret.
    parent.postMessage(JSON.stringify({ subject: 'lti.frameResize', type: HEIGHT_MESSAGE, height }), '*');
  }).observe(document.body);
}
