import { decoded } from '../../utils/decoded.ts';
import type { Scores } from './scores.ts';

/**
 * A result code: "BB-" and four characters, such as "BB-7K2Q". Three of them encode first * 101 + second, where first and
 * second are the scores of both sides, in base 31; the last is a check character. It contains no name, date or answer.
 *
 * The 31 characters exclude 0, 1, I, L and O, which people misread. Because 31 is prime and each position has its own
 * weight, the weighted sum changes if any one character changes or any two are swapped, so such mistakes are always
 * refused. About one in 90 random combinations is a code. Case does not matter.
 */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const BASE = SIGNS.length;
const CODE = new RegExp(`^BB-([${SIGNS}]{4})$`);
const HIGHEST = 100;
const STEPS = HIGHEST + 1;
/** Weights of the first three characters; that of the check character is 1. */
const WEIGHTS = [2, 3, 4] as const;

const checkOf = (digits: readonly number[]): number => {
  const sum = WEIGHTS.reduce<number>((total, weight, place) => total + weight * (digits[place] ?? 0), 0);
  // What is missing to a multiple of the base.
  return (BASE - (sum % BASE)) % BASE;
};

/** Encodes two integer scores from 0 to 100. */
export function encodeScores([first, second]: Scores): string {
  const number = first * STEPS + second;
  const digits = [Math.floor(number / BASE ** 2), Math.floor(number / BASE) % BASE, number % BASE];
  return `BB-${[...digits, checkOf(digits)].map((digit) => SIGNS.charAt(digit)).join('')}`;
}

/** Decodes a code; undefined when invalid. */
export function decodeScores(code: string): Scores | undefined {
  const signs = CODE.exec(code.toUpperCase())?.[1];
  if (signs === undefined) return undefined;
  const [first = 0, second = 0, third = 0, check] = [...signs].map((sign) => SIGNS.indexOf(sign));
  const number = (first * BASE + second) * BASE + third;
  if (check !== checkOf([first, second, third]) || number >= STEPS ** 2) return undefined;
  return [Math.floor(number / STEPS), number % STEPS];
}

/** The result of reading pasted text. */
export interface ReadCodes {
  /** Valid codes in upper case, including duplicates, because two people can have the same scores. */
  codes: string[];
  scores: Scores[];
  wrong: string[];
  cut: boolean;
}

/** Maximum number of codes, more than any team needs. */
export const MOST_CODES = 200;

/** Reads codes separated by line breaks, spaces, commas, semicolons or periods. */
export function readCodes(text: string): ReadCodes {
  const words = text.split(/[\s,;.]+/).filter((word) => word !== '');
  const read: ReadCodes = { codes: [], scores: [], wrong: [], cut: words.length > MOST_CODES };
  for (const word of words.slice(0, MOST_CODES)) {
    const scores = decodeScores(word);
    if (scores === undefined) read.wrong.push(word);
    else {
      read.codes.push(word.toUpperCase());
      read.scores.push(scores);
    }
  }
  return read;
}

const FRAGMENT = '#codes=';
/** The fragment for codes. Fragments are not sent to servers. */
export const codesFragment = (codes: readonly string[]): string => `${FRAGMENT}${codes.join('.')}`;

/** The text of the codes in a fragment; undefined for other fragments. */
export function textOfFragment(fragment: string): string | undefined {
  if (!fragment.startsWith(FRAGMENT)) return undefined;
  return decoded(fragment.slice(FRAGMENT.length));
}
