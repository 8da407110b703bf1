import { escapeHtml } from '../../utils/escape.ts';

export interface TextLink {
  href: string;
  text: string;
}

/** Links with separators as HTML, because a template would put a space before each separator. */
export const joinedLinks = (links: readonly TextLink[], separator: string): string =>
  links.map(({ href, text }) => `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`).join(separator);
