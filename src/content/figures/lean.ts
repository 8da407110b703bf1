import { escapeHtml } from '@/utils/escape.ts';
import { linesOf, tableOf, type Draw } from '@/figures/drawing.ts';

const WIDTH = 400;
const GROUND = 196;
const HALF = WIDTH / 2;

/** The words below a wall: what its lean leaves out, and the stretch that props it. */
function words(cells: readonly (string | number)[], side: 0 | 1): string {
  const [lean = '', lacks = '', stretch = ''] = cells.map(String);
  const x = side === 0 ? 4 : HALF + 14;
  const own = `says-side-${side + 1}`;
  const other = `says-side-${2 - side}`;
  const lines = linesOf(stretch, 26).map(
    (line, n) => `<tspan x="${x}" y="${GROUND + 66 + n * 18}">${escapeHtml(line)}</tspan>`,
  );
  return `<text class="${own} large" x="${x}" y="${GROUND + 26}">${escapeHtml(lean)}</text><text x="${x}" y="${GROUND + 46}">leaves out ${escapeHtml(lacks)}</text><text class="${other}">${lines.join('')}</text>`;
}

/** Two walls that lean to their sides of a plumb line, each propped from the other side's material. */
export const draw: Draw = (figure) => {
  const [vision = [], structure = []] = tableOf(figure).rows;
  // Courses of the brick wall, which follow its lean.
  const courses = [1, 2, 3, 4, 5, 6, 7].map((n) => `M${278 + n * 6} ${GROUND - n * 20}h32`).join('');
  return {
    width: WIDTH,
    height: GROUND + 98,
    body: [
      `<path class="fine" d="M106 ${GROUND}V30M294 ${GROUND}V30M58 36q24-10 48 0M342 36q-24-10-48 0"/>`,
      `<path class="ink thin" d="M${HALF} 20V150"/><path class="ink" d="M${HALF - 8} 150h16l-8 24z"/><text class="mid small muted" x="${HALF}" y="14">plumb</text>`,
      `<path class="side-1-area" d="M90 ${GROUND}L42 36H74L122 ${GROUND}z"/><path class="side-1 thin" d="M57 84h31M74 140h31"/>`,
      `<path class="brick" d="M278 ${GROUND}L326 36h32L310 ${GROUND}z${courses}"/>`,
      `<path class="side-2" d="M12 ${GROUND}L60 96"/><path class="side-1" d="M388 ${GROUND}L340 96"/>`,
      `<path class="ink" d="M0 ${GROUND}H${WIDTH}"/>`,
      words(vision, 0),
      words(structure, 1),
    ].join(''),
  };
};
