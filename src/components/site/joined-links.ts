import { escapeHtml } from '../../utils/escape.ts';

/** Links with separators as HTML, because a template would put a space before each separator. */
export const joinedLinks = (links: readonly { href: string; text: string }[], separator: string): string =>
  links.map(({ href, text }) => `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`).join(separator);
