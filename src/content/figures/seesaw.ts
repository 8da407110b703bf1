import { tableOf, type Draw } from '@/figures/drawing.ts';

const WIDTH = 400;
const MIDDLE = WIDTH / 2;
/** Where the plank and the ground are. */
const [PLANK, GROUND] = [150, 206];
/** Half of the plank. */
const ARM = 150;
const TILT = 13;

const plankAt = (degrees: number): string =>
  `<path class="ink cut" transform="rotate(${degrees} ${MIDDLE} ${PLANK})" d="M${MIDDLE - ARM} ${PLANK}h${2 * ARM}"/>`;

/** An end of the plank: what its rise means above it, and what it carries below the ground. */
function end(side: 1 | 2, name: string, says: string): string {
  const x = MIDDLE + (side === 1 ? -116 : 116);
  return `<text class="mid" x="${x}" y="20">Short of ${name.toLowerCase()}</text><path class="ink thin" d="M${x} 50V30m-4 7l4-7 4 7"/><text class="says-side-${side} large mid" x="${x}" y="${GROUND + 26}">${name}</text><text class="mid" x="${x}" y="${GROUND + 46}">${says}</text>`;
}

/** A plank with a load on each end, and a weight that one moves along it: what it lifts is what is missing. */
export const draw: Draw = (figure) => ({
  width: WIDTH,
  height: GROUND + 56,
  plot: {
    left: MIDDLE - ARM,
    top: PLANK - 10,
    size: 2 * ARM,
    x: 'From leading to managing',
    tilt: TILT,
    states: tableOf(figure).rows.map(([, seen, remedy]) => `${seen} ${remedy}`),
  },
  body: [
    end(1, 'Leading', 'what it is all for'),
    end(2, 'Managing', 'what we do this week'),
    plankAt(TILT),
    plankAt(-TILT),
    `<path class="ink thin" d="M${MIDDLE} ${PLANK + 4}l26 ${GROUND - PLANK - 4}h-52z"/><path class="ink" d="M8 ${GROUND}H${WIDTH - 8}"/>`,
    `<g class="tilts"><path class="side-1-area" d="M54 ${PLANK}q30-56 60 0z"/><path class="side-1" d="M84 ${PLANK - 28}v-28l20 8-20 8"/>`,
    `<path class="brick" d="M288 ${PLANK}v-42h56v42zm0-14h56m0-14h-56m28-14v14m-14 0v14m28 0v-14m-14 14v14"/>`,
    `<path class="ink" d="M${MIDDLE - ARM} ${PLANK}h${2 * ARM}v4h-${2 * ARM}z"/></g>`,
  ].join(''),
});
