import { expect, test } from 'vitest';
import { realCourse } from '../../tests/fixtures/real-course.ts';
import { renderPng } from '../figures/png.ts';
import { figureSvg } from './drawing-file.ts';
import { addressesOf } from './exporter.ts';

/** A drawing whose blanks in texts are ones that no renderer leaves out. */
const withFirmBlanks = (svg: string): string =>
  svg.replace(/<text.*?<\/text>/gs, (text) =>
    text.replace(/>[^<]+/g, (words) => words.replaceAll(' ', '\u00a0')),
  );

const course = realCourse();
const context = { ...addressesOf((path) => `https://x.example${path}`), course, edition: undefined };

test.each(course.figures.map((figure) => [figure.id, figure] as const))(
  'the picture of the figure "%s" has every blank of its drawing',
  async (_, figure) => {
    const svg = figureSvg(figure, context);
    expect(await renderPng(svg, 800)).toEqual(await renderPng(withFirmBlanks(svg), 800));
  },
);

test('a picture with a lost blank is another one', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><text y="20">0<tspan> hours</tspan></text></svg>';
  expect(await renderPng(svg, 800)).not.toEqual(await renderPng(withFirmBlanks(svg), 800));
});
