import { escapeHtml } from '../../utils/escape.ts';
import { linesOf } from '../drawing.ts';

/** Width and height of a cover, in pixels, with the aspect ratio that stores and e-readers show. */
export const COVER = { width: 1200, height: 1600 } as const;

/**
 * The cover of the course as a book: its name above its picture.
 * @param scene the picture of the course, if it has one
 * @param css the drawings' style sheet, resolved by `resolveTokens`.
 */
export function bookCover(
  title: string,
  subtitle: string,
  foot: string,
  scene: string | undefined,
  css: string,
): string {
  const lines = linesOf(title, 14)
    .map((line, index) => `<tspan x="90" y="${300 + index * 150}">${escapeHtml(line)}</tspan>`)
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${COVER.width} ${COVER.height}" class="drawing"><style>${css}</style><rect class="sheet" width="${COVER.width}" height="${COVER.height}"/><path class="ink" d="M40 40h1120v1520H40zM40 1450h1120"/><text font-size="140">${lines}</text><text class="muted" font-size="52" x="90" y="600">${escapeHtml(subtitle)}</text>${scene === undefined ? '' : `<g transform="translate(60 800) scale(1.5)">${scene}</g>`}<text class="muted" font-size="36" x="90" y="1520">${escapeHtml(foot)}</text></svg>`;
}
