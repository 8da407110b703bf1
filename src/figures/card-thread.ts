import { paper, printedPng, type Paper } from './png-file.ts';
import { renderPixels } from './png.ts';
import { CARD, WORDS } from './social-card.ts';

/** A card as its drawings: the sheet, and the words that are printed on it. */
export interface CardDrawings {
  sheet: string;
  words: string;
}

const sheets = new Map<string, Promise<Paper>>();

/** What a thread does for `printCard`. A sheet is drawn once, as all cards have the same. */
export default async function print({ sheet, words }: CardDrawings): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = sheets.get(sheet) ?? renderPixels(sheet, CARD.width).then(paper);
  sheets.set(sheet, drawn);
  return printedPng(await drawn, await renderPixels(words, WORDS.width), WORDS);
}
