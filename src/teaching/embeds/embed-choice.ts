import { isTheme, type Theme } from '../../components/site/theme.ts';

export interface EmbedChoice {
  /** Path of the embed below "/embed/", without leading and trailing slashes: "compare/in-practice". */
  piece: string;
  /** Undefined to follow the reader's device. */
  theme: Theme | undefined;
  /** Height in pixels; undefined for the default of the kind of piece. */
  height: number | undefined;
  grows: boolean;
}

/** Limits of the height, in pixels. */
export const LEAST_HEIGHT = 120;
export const MOST_HEIGHT = 4000;

/** Parses a typed height; undefined when invalid. */
export function heightOf(text: string): number | undefined {
  const height = Number(text);
  return text.trim() !== '' && Number.isInteger(height) && height >= LEAST_HEIGHT && height <= MOST_HEIGHT
    ? height
    : undefined;
}

/** The options as a query string; defaults are omitted. */
export function choiceQuery({
  piece,
  theme,
  height,
  grows = true,
}: Pick<EmbedChoice, 'piece'> & Partial<EmbedChoice>): string {
  const query = new URLSearchParams({ piece });
  if (theme !== undefined) query.set('theme', theme);
  if (height !== undefined) query.set('height', String(height));
  if (!grows) query.set('grows', 'no');
  // Slashes are allowed in a query (RFC 3986, 3.4) and easier to read.
  return query.toString().replaceAll('%2F', '/');
}

/** Reads a choice from the query of an address; undefined if it has no piece. */
export function choiceOf(search: string): EmbedChoice | undefined {
  const query = new URLSearchParams(search);
  const piece = query.get('piece');
  if (piece === null) return undefined;
  const theme = query.get('theme');
  return {
    piece,
    theme: isTheme(theme) ? theme : undefined,
    height: heightOf(query.get('height') ?? ''),
    grows: query.get('grows') !== 'no',
  };
}

/** The `piece` of a choice, from the path of an embed: "compare/in-practice" for "/embed/compare/in-practice/". */
export const pieceName = (embed: string): string => embed.replace(/^\/embed\/|\/$/g, '');
