import { escapeHtml } from './escape.ts';

/** What the code of an embed is made of. */
export interface EmbedOptions {
  title: string;
  /** Absolute address of the bare page. */
  src: string;
  /** Of the frame, in pixels. */
  height: number;
  /** Absolute address of the script that lets frames grow; none where a system refuses scripts. */
  script?: string | undefined;
}

/** The frame as HTML for another page. It scrolls where the script is missing or refused. */
export function embedCode({ title, src, height, script }: EmbedOptions): string {
  const frame = `<iframe src="${escapeHtml(src)}" title="${escapeHtml(title)}" width="100%" height="${height}" loading="lazy" allow="clipboard-write"></iframe>`;
  // The script comes first, so that it is listening when the frame tells its height.
  return script === undefined ? frame : `<script src="${escapeHtml(script)}"></script>\n${frame}`;
}
