import { escapeHtml } from '../../utils/escape.ts';
import type { Shareable } from '../share/shareables.ts';
import type { Theme } from '../../components/site/theme.ts';

/** Default heights of frames, in pixels. Longer content scrolls. */
export const EMBED_HEIGHT: Record<Shareable['kind'], number> = {
  lesson: 600,
  concept: 320,
  comparison: 480,
  figure: 560,
  question: 520,
  case: 720,
};

export interface EmbedOptions {
  title: string;
  /** Absolute address of the embed, "https://.../embed/<folder>/<id>/". */
  src: string;
  height: number;
  /** Whether a script resizes the frame to its content; some systems do not allow scripts. */
  grows: boolean;
  /** Light or dark; undefined to follow the reader's device. */
  theme?: Theme | undefined;
}

/** The HTML of a frame for another page. Without the script its content scrolls. */
export function embedCode({ title, src, height, grows, theme }: EmbedOptions): string {
  const address = theme === undefined ? src : `${src}?theme=${theme}`;
  const frame = `<iframe src="${escapeHtml(address)}" title="${escapeHtml(title)}" width="100%" height="${height}" loading="lazy" allow="clipboard-write"></iframe>`;
  // The script comes first, so that it is ready when the frame sends its height.
  return grows ? `<script src="${escapeHtml(scriptOf(src))}"></script>\n${frame}` : frame;
}

/** Address of the script that resizes frames, `public/embed.js`: at the root of the site, three folders up. */
const scriptOf = (src: string): string => new URL('../../../embed.js', src).href;
