import { escapeHtml } from '@/utils/escape.ts';
import { linesOf, tableOf, type Draw } from '@/figures/drawing.ts';

const WIDTH = 400;
const HEIGHT = 348;

/** Where the name of each part stands, in the order of the rows. */
const PLACES = [
  [8, 28],
  [8, 112],
  [8, 318],
] as const;

/** The places of people on the way. */
const PEOPLE = [
  [78, 252],
  [214, 243],
  [176, 178],
  [291, 140],
] as const;

const person = ([x, y]: readonly [number, number]): string =>
  `M${x} ${y}a4 4 0 1 1 .1 0v13m-6-8h12M${x} ${y + 13}l-5 11m5-11l5 11`;

/** A hill with a house at its top, the way that is taken and the one that is not, and the people on it. */
export const draw: Draw = (figure) => ({
  width: WIDTH,
  height: HEIGHT,
  body: [
    `<path class="fine" d="M8 276H392M322 20V276"/><path class="ink thin" d="M72 24H300M96 107H250L262 126M104 312L84 280"/>`,
    `<path class="ink" d="M8 276C84 270 96 204 150 160S262 92 322 92 376 190 392 276"/>`,
    // The house that nobody has built yet.
    `<path class="side-1" d="M308 90V66L322 52l14 14V90M316 90V76h12V90"/>`,
    `<path class="side-1" d="M46 276C130 280 284 272 262 248S140 226 160 204 308 188 296 164 256 142 276 124 308 112 318 97m-11 2l11-2 0 11"/>`,
    `<path class="ink cut" d="M268 256C300 262 340 244 374 250"/><path class="both" d="M312 245l18 18m0-18l-18 18"/>`,
    `<path class="ink" d="${PEOPLE.map(person).join('')}"/>`,
    ...tableOf(figure).rows.map(([name, what], index) => {
      const [x = 0, y = 0] = PLACES[index] ?? [];
      const lines = linesOf(String(what), index === 2 ? 44 : 24).map(
        (line, n) => `<tspan x="${x}" y="${y + 20 + n * 18}">${escapeHtml(line)}</tspan>`,
      );
      return `<text class="says-side-1 large" x="${x}" y="${y}">${escapeHtml(String(name))}</text><text>${lines.join('')}</text>`;
    }),
  ].join(''),
});
