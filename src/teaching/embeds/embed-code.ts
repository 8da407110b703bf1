import { escapeHtml } from '../../utils/escape.ts';
import type { Shareable } from '../share/shareables.ts';
import type { Theme } from '../../components/site/theme.ts';

/** Height in pixels for frames that cannot grow; longer content scrolls. */
export const EMBED_HEIGHT: Record<Shareable['kind'], number> = {
  lesson: 600,
  concept: 320,
  comparison: 480,
  figure: 560,
  question: 520,
};

/** The inputs of an embed code. */
export interface EmbedOptions {
  title: string;
  /** Absolute address of the bare page, "https://.../embed/<folder>/<id>/". */
  src: string;
  /** Of the frame, in pixels. */
  height: number;
  /** The frame grows to its content, by a script; not where a system refuses scripts. */
  grows: boolean;
  /** Light or dark whatever the reader's device says. */
  theme?: Theme | undefined;
}

/** The frame as HTML for another page. It scrolls where the script is missing or refused. */
export function embedCode({ title, src, height, grows, theme }: EmbedOptions): string {
  const address = theme === undefined ? src : `${src}?theme=${theme}`;
  const frame = `<iframe src="${escapeHtml(address)}" title="${escapeHtml(title)}" width="100%" height="${height}" loading="lazy" allow="clipboard-write"></iframe>`;
  // The script comes first, so that it is listening when the frame tells its height.
  return grows ? `<script src="${escapeHtml(scriptOf(src))}"></script>\n${frame}` : frame;
}

/** Address of the script that lets frames grow, `public/embed.js`: at the top of the site, three folders up. */
const scriptOf = (src: string): string => new URL('../../../embed.js', src).href;
