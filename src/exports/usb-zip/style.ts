/** A face in a style sheet: its address. */
const FACE = /url\(["']?([^"')]+\.woff2)["']?\)/g;

/**
 * A style sheet for pages without scripts and without a server: what waits for scripts is off, what stands in for them
 * is on, and faces lie in the same folder.
 */
export const stickStyle = (css: string): string =>
  css
    .replaceAll(/\(scripting: ?enabled\)/g, '(scripting: enabled) and (width < 0px)')
    .replaceAll(/\(scripting: ?none\)/g, '(width >= 0px)')
    // No line is slow here.
    .replaceAll(/font-display: ?optional/g, 'font-display: block')
    .replaceAll(FACE, (_use, address: string) => `url(${address.split('/').at(-1) ?? ''})`);
