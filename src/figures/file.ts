import { escapeHtml } from '../utils/escape.ts';
import { paletteOf } from './palette.ts';
import { type Drawing } from './drawing.ts';

/** The texts in a drawing's file. */
export interface FileText {
  title: string;
  description: string;
  /** Lines below the drawing: who made it, its license, its address. */
  credit: readonly string[];
}

/** Font families by token: the names in the site's font files, the full families, and system fallbacks. */
const FONTS: Record<string, string> = {
  '--font-display':
    "'Bricolage Grotesque 96pt ExtraBold', 'Bricolage Grotesque', 'Segoe UI', Roboto, Arial, sans-serif",
  '--font-text': "'Source Serif 4', Georgia, serif",
};
const MARGIN = 24;
const CREDIT_HEIGHT = 56;

/** A style sheet with its tokens replaced by the values of the light scheme, for renderers without var(). */
export function resolveTokens(css: string, tokensCss: string): string {
  const palette = paletteOf(tokensCss);
  return css.replaceAll(/var\((--[a-z\d-]+)\)/g, (_use, token: string) => {
    const value = FONTS[token] ?? palette.get(token.replace('--color-', ''))?.light;
    if (value === undefined) throw new Error(`The drawings' style sheet uses the unknown token ${token}.`);
    return value;
  });
}

/**
 * A drawing as a self-contained file, for example for a slide: with its colors, with the credit below, without links.
 * @param css resolved by `resolveTokens`.
 */
export function standaloneSvg(drawing: Drawing, css: string, text: FileText): string {
  const width = drawing.width + 2 * MARGIN;
  const height = drawing.height + 2 * MARGIN + CREDIT_HEIGHT;
  const body = drawing.body
    .replaceAll(/<a [^>]*>/g, '<g>')
    .replaceAll('</a>', '</g>')
    // Renderers drop a blank at the start of a span.
    .replaceAll(/(<tspan[^>]*>) /g, ' $1')
    // Hover content is omitted on paper.
    .replaceAll(/<g class="told">.*?<\/g>/g, '');
  const credit = text.credit
    .map(
      (line, index) =>
        `<tspan x="${MARGIN}" y="${height - MARGIN - 18 * (text.credit.length - 1 - index)}">${escapeHtml(line)}</tspan>`,
    )
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" class="drawing" role="img"><title>${escapeHtml(text.title)}</title><desc>${escapeHtml(text.description)}</desc><style>${css.replaceAll(/\/\*.*?\*\/|\n\s*/gs, '')}</style><rect class="sheet" width="${width}" height="${height}"/><g transform="translate(${MARGIN} ${MARGIN})">${body}</g><text class="small muted">${credit}</text></svg>\n`;
}
