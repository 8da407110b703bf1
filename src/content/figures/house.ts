import { escapeHtml } from '@/utils/escape.ts';
import { linesOf, px, type Draw, type Drawing } from '@/figures/drawing.ts';

/** A row of the comparison that the house shows part for part. */
export interface HousePart {
  /** Id of the row. */
  id: string;
  name: string;
  /** What the architect does, and what the contractor does. */
  leading: string;
  managing: string;
  /** Link to further information. */
  href: string;
}

type Point = readonly [x: number, y: number];

const WIDTH = 400;
/** The picture of the course in the figure: its scale, and where its left top corner lies. */
const [SCALE, X, Y] = [0.58, -9, 22] as const;
/** Where the words below the house begin. */
const WORDS = 272;
const GROUND = 340;
const CENTER = 360;
const LEFT = 200;
const RIGHT = 520;
const EAVES = 180;
const RIDGE = 64;
const COURSE = 16;
const BRICK = 32;

/** Position of a part in the blueprint and on the building site of the picture, by row id. */
const PLACES: Record<string, readonly [blueprint: Point, site: Point]> = {
  brief: [
    [250, 100],
    [470, 100],
  ],
  drawing: [
    [318, 128],
    [402, 128],
  ],
  schedule: [
    [150, 260],
    [572, 200],
  ],
  crew: [
    [262, 212],
    [466, 218],
  ],
  surprises: [
    [120, 140],
    [610, 112],
  ],
  inspection: [
    [332, 212],
    [396, 218],
  ],
  deliveries: [
    [262, 296],
    [640, 322],
  ],
  handover: [
    [332, 296],
    [432, 300],
  ],
  foundation: [
    [300, 360],
    [490, 352],
  ],
};

/** A place of the picture in the figure. */
const placed = ([x, y]: Point): Point => [Math.round(x * SCALE + X), Math.round(y * SCALE + Y)];

const tick = (x: number, y: number): string => `M${px(x - 4)} ${px(y + 4)}l8-8`;

/** A dimension line with its ticks. */
function dimension([x1, y1]: Point, [x2, y2]: Point): string {
  return `M${x1} ${y1}L${x2} ${y2}${tick(x1, y1)}${tick(x2, y2)}`;
}

/** A wall of bricks between the center line and the right wall, stepped where it is unfinished. */
function wall(): string {
  let path = '';
  for (let y = GROUND, course = 0; y > EAVES; y -= COURSE, course += 1) {
    const right = RIGHT - (Math.max(0, course - 5) * BRICK) / 2;
    path += `M${CENTER} ${y}V${y - COURSE}H${right}V${y}z`;
    for (let x = CENTER + (course % 2 === 0 ? BRICK : BRICK / 2); x < right; x += BRICK)
      path += `M${x} ${y}v-${COURSE}`;
  }
  return path;
}

/** The two names of the halves, at the edges `left` and `right` of a drawing. */
const halves = (left: number, right: number, y: number): string =>
  `<text class="says-side-1 large" x="${left}" y="${y}">Leading draws it</text><text class="says-side-2 large end" x="${right}" y="${y}">Managing builds it</text>`;

/** The house: the left half as the architect's drawing, the right half as the site where it is being built. */
function house(): string {
  const roofAt = (x: number): number => RIDGE + ((x - CENTER) * (EAVES - RIDGE)) / (RIGHT - CENTER);
  const rafters = [400, 440, 480].map((x) => `M${x} ${EAVES}V${px(roofAt(x))}`).join('');
  return [
    // Construction lines run through the sheet, as a drafter leaves them.
    `<path class="fine" d="M40 ${GROUND}H680M40 ${EAVES}H${CENTER}M${LEFT} 40V384M${CENTER} 30V388M40 ${RIDGE}H${CENTER}M100 ${px(EAVES + 66)}L${CENTER + 40} 38"/>`,
    // The blueprint.
    `<path class="side-1" d="M${CENTER} ${RIDGE}L${LEFT - 20} ${px(EAVES + 14.5)}M${LEFT} ${EAVES}V${GROUND}H${CENTER}M${LEFT} 260H${CENTER}M${LEFT - 12} ${GROUND}V364H${CENTER}"/>`,
    `<path class="side-1 thin" d="M236 194h52v44h-52zM262 194v44M236 216h52M236 276h52v40h-52zM262 276v40M308 ${GROUND}v-64h44M308 276a44 64 0 0 1 44 64M${CENTER} 92l-80 58h80M330 194h30M330 194v44h30M${dimension([168, EAVES], [168, GROUND]).slice(1)}${dimension([LEFT, 384], [CENTER, 384])}"/>`,
    // A revision cloud: the drawing is changed when the ground is not as expected.
    `<path class="side-1 thin" d="M96 150a14 14 0 0 1 8-26 18 18 0 0 1 32-2 14 14 0 0 1 6 27 16 16 0 0 1-22 8 16 16 0 0 1-24-7z"/>`,
    // The site.
    `<path class="brick" d="M${CENTER} ${GROUND}h160v24h-160z"/>`,
    `<path class="brick" d="${wall()}"/>`,
    `<path class="paper" d="M412 ${GROUND}v-62h40v62z"/>`,
    `<path class="side-2" d="M${CENTER} ${RIDGE}L540 ${px(EAVES + 14.5)}M${CENTER} ${EAVES}H${RIGHT}${rafters}"/>`,
    // Scaffold, lumber and a shower of rain.
    `<path class="side-2 thin" d="M548 ${GROUND}V160M592 ${GROUND}V160M548 200h44M548 246h44M548 292h44M548 292l44 48M548 246l44 46M548 200l44 46"/>`,
    `<path class="brick" d="M612 330h56v10h-56zM618 320h50v10h-50zM624 310h44v10h-44z"/>`,
    `<path class="side-2 thin" d="M590 120a14 14 0 0 1 8-26 18 18 0 0 1 33-3 14 14 0 0 1 5 29zM598 130l-5 14M614 130l-5 14M630 130l-5 14"/>`,
    `<path class="ink" d="M40 ${GROUND}H680"/>`,
    `<path class="ink cut" d="M${CENTER} 36V388"/>`,
  ].join('');
}

/** The house without its parts: the picture of the course. */
export const scene = (): string => house() + halves(40, 680, 30);

function says(sentence: string, side: 'side-1' | 'side-2', y: number): string {
  return `<text class="says-${side}">${linesOf(sentence, 54)
    .map((line, index) => `<tspan x="8" y="${y + index * 18}">${escapeHtml(line)}</tspan>`)
    .join('')}</text>`;
}

/** The names of the parts under the house, in three columns. */
const key = (parts: readonly HousePart[]): string =>
  parts
    .map(({ name }, index) => {
      const [column, row] = [Math.floor((index * 3) / parts.length), index % Math.ceil(parts.length / 3)];
      return `<text x="${8 + column * 134}" y="${WORDS + row * 24}">${index + 1} ${escapeHtml(name)}</text>`;
    })
    .join('');

/**
 * The house with a pair of marks for each part: a circle in the blueprint, a square on the site. Hovering or
 * focusing a pair shows what both sides do with it; the link leads to its row in the table.
 * @throws {Error} for a part that has no place in the drawing.
 */
export function drawHouse(parts: readonly HousePart[]): Drawing {
  const marks = parts.map((part, index) => {
    const place = PLACES[part.id];
    if (place === undefined) throw new Error(`The house has no place for "${part.id}": add one to PLACES.`);
    const [[x1, y1], [x2, y2]] = [placed(place[0]), placed(place[1])];
    const n = index + 1;
    return `<a href="${escapeHtml(part.href)}" class="part"><title>${n}. ${escapeHtml(part.name)}</title><path class="thread" d="M${x1} ${y1}L${x2} ${y2}"/><circle class="side-1-area" cx="${x1}" cy="${y1}" r="12"/><path class="side-2-area" d="M${x2 - 11} ${y2 - 11}h22v22h-22z"/><text class="mid" x="${x1}" y="${y1 + 5}">${n}</text><text class="mid" x="${x2}" y="${y2 + 5}">${n}</text><g class="told"><text class="large" x="8" y="${WORDS}">${escapeHtml(part.name)}</text>${says(part.leading, 'side-1', WORDS + 22)}${says(part.managing, 'side-2', WORDS + 60)}</g></a>`;
  });
  return {
    width: WIDTH,
    height: WORDS + 84,
    body: `<g transform="translate(${X} ${Y}) scale(${SCALE})">${house()}</g>${halves(8, WIDTH - 8, 18)}<g class="key">${key(parts)}</g>${marks.join('')}`,
  };
}

/** The house with the rows of the table on it as its parts. */
export const draw: Draw = (_figure, course, link) => {
  const comparison = course.comparison('architect-and-contractor');
  return drawHouse(
    comparison.rows.map((row) => ({
      id: row.id,
      name: row.dimension,
      leading: row.cells['architect'] ?? '',
      managing: row.cells['contractor'] ?? '',
      href: link(`${comparison.path}#${row.id}`),
    })),
  );
};
