import { decoded } from '../../utils/decoded.ts';
import type { Scores } from './scores.ts';

/**
 * A result code: "BB-" and four signs, such as "BB-7K2Q". Three signs hold the number first * 101 + second, of the
 * scores of both sides, in base 31, and the last is a check. It holds no name, no date and no answer.
 *
 * The 31 signs leave out 0, 1, I, L and O, which people misread. 31 is prime and each place has a weight of its own, so
 * that the weighted sum of the signs changes with any one sign, and with any two that trade places: such a mistake is
 * always refused. Of four signs typed at random, about one in 90 is a code. Capitals and small letters mean the same.
 */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const BASE = SIGNS.length;
const CODE = new RegExp(`^BB-([${SIGNS}]{4})$`);
const HIGHEST = 100;
const STEPS = HIGHEST + 1;
/** Of the three signs; the check sign weighs 1. */
const WEIGHTS = [2, 3, 4] as const;

const checkOf = (digits: readonly number[]): number => {
  const sum = WEIGHTS.reduce<number>((total, weight, place) => total + weight * (digits[place] ?? 0), 0);
  // The remainder to a multiple of the base.
  return (BASE - (sum % BASE)) % BASE;
};

/** The code of two whole scores from 0 to 100. */
export function encodeScores([first, second]: Scores): string {
  const number = first * STEPS + second;
  const digits = [Math.floor(number / BASE ** 2), Math.floor(number / BASE) % BASE, number % BASE];
  return `BB-${[...digits, checkOf(digits)].map((digit) => SIGNS.charAt(digit)).join('')}`;
}

/** The scores in a code; undefined when invalid. */
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
  /** The right codes, in capitals, as often as they were given: two people can have the same. */
  codes: string[];
  scores: Scores[];
  /** Words that are not codes, as typed. */
  wrong: string[];
  /** Whether there was more than is read. */
  cut: boolean;
}

/** More than any team; a longer text is cut. */
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

/** The fragment that carries codes; fragments are sent to no server. */
export const codesFragment = (codes: readonly string[]): string => `${FRAGMENT}${codes.join('.')}`;

/** The text that a fragment carries in place of codes; undefined where it is another fragment. */
export function textOfFragment(fragment: string): string | undefined {
  if (!fragment.startsWith(FRAGMENT)) return undefined;
  return decoded(fragment.slice(FRAGMENT.length));
}
