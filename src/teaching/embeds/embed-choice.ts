import { isTheme, type Theme } from '../../components/site/theme.ts';

export interface EmbedChoice {
  /** Path of the embed below "/embed/", without leading and trailing slashes: "compare/in-practice". */
  piece: string;
  /** Undefined to follow the reader's device. */
  theme?: Theme | undefined;
}

/** The choice as a query string. */
export function choiceQuery({ piece, theme }: EmbedChoice): string {
  const query = new URLSearchParams({ piece });
  if (theme !== undefined) query.set('theme', theme);
  // Slashes are allowed in a query (RFC 3986, 3.4) and easier to read.
  return query.toString().replaceAll('%2F', '/');
}

/** Reads a choice from the query of an address; undefined if it has no piece. */
export function choiceOf(search: string): EmbedChoice | undefined {
  const query = new URLSearchParams(search);
  const piece = query.get('piece');
  const theme = query.get('theme');
  return piece === null ? undefined : { piece, theme: isTheme(theme) ? theme : undefined };
}

/** The `piece` of a choice, from the path of an embed: "compare/in-practice" for "/embed/compare/in-practice/". */
export const pieceName = (embed: string): string => embed.replace(/^\/embed\/|\/$/g, '');
