import type PptxGenJS from 'pptxgenjs';
import { paletteOf } from '../../figures/palette.ts';
import { SLIDE, type Deck, type SlideKind } from '../../teaching/slides/slide.ts';
import tokens from '../../styles/tokens.css?raw';
import { LICENSE, SIDES, SITE_NAME } from '../../site.ts';

const palette = paletteOf(tokens);

/** A color of the site's light scheme in the form of the file, without "#". Light, because projected slides are bright. */
export function color(token: string): string {
  const found = palette.get(token);
  if (found === undefined) throw new Error(`tokens.css has no color "${token}".`);
  return found.light.slice(1).toUpperCase();
}

/** Fonts that every machine has or has a close substitute for. */
export const FONT = { title: 'Georgia', text: 'Arial' } as const;

/** Distance of the frame from the edge of the slide, in inches. */
const EDGE = 0.3;
const STRIP = 0.42;
export const BODY = { x: SLIDE.margin, y: 2.05, w: SLIDE.width - 2 * SLIDE.margin, h: 4.4 } as const;

/** A place on a slide, in inches. */
export interface Place {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** Text in a place, without the library's own margins. */
export const textIn = (place: Place, fontSize: number, ink = 'ink', valign: 'top' | 'middle' = 'top') => ({
  ...place,
  margin: 0,
  fontFace: FONT.text,
  fontSize,
  color: color(ink),
  valign,
});

type Master = PptxGenJS.SlideMasterProps;
type MasterObject = NonNullable<Master['objects']>[number];

const line = (x: number, y: number, w: number, h: number): MasterObject => ({
  line: { x, y, w, h, line: { color: color('muted'), width: 0.75 } },
});

/** A dimension line with marked ends, as under a drawing. */
const dimension = (y: number, w: number): MasterObject[] => [
  line(BODY.x, y, w, 0),
  line(BODY.x, y - 0.08, 0, 0.16),
  line(BODY.x + w, y - 0.08, 0, 0.16),
];

const stripText = (text: string, x: number, w: number, align: 'left' | 'right'): MasterObject => ({
  text: {
    text,
    options: {
      ...textIn({ x, y: SLIDE.height - EDGE - STRIP, w, h: STRIP }, 11, 'muted', 'middle'),
      align,
    },
  },
});

const placeholder = (
  name: string,
  type: 'title' | 'body',
  place: Place,
  style: Partial<PptxGenJS.PlaceholderProps>,
): MasterObject => ({
  placeholder: {
    options: {
      name,
      type,
      ...place,
      margin: 0,
      fontFace: type === 'title' ? FONT.title : FONT.text,
      color: color('ink'),
      align: 'left',
      ...style,
    },
    text: '',
  },
});

/** The background of all slides: the frame, and the title block with the title and the license. */
const sheet = (deck: Deck): MasterObject[] => {
  const bottom = SLIDE.height - EDGE - STRIP;
  const width = SLIDE.width - 2 * EDGE;
  const third = EDGE + width - 1.2;
  return [
    {
      rect: {
        x: EDGE,
        y: EDGE,
        w: width,
        h: SLIDE.height - 2 * EDGE,
        fill: { color: color('paper') },
        line: { color: color('muted'), width: 0.75 },
      },
    },
    line(EDGE, bottom, width, 0),
    line(third, bottom, 0, STRIP),
    line(third - 2, bottom, 0, STRIP),
    line(third - 4.6, bottom, 0, STRIP),
    ...legend(third - 4.4, bottom),
    stripText(`${SITE_NAME}  ·  ${deck.about}: ${deck.title}`, SLIDE.margin, 6.6, 'left'),
    stripText(`License: ${LICENSE.name}`, third - 1.85, 1.7, 'left'),
  ];
};

/** The legend of the colors of the sides. */
const legend = (x: number, bottom: number): MasterObject[] =>
  SIDES.flatMap(({ label }, index) => {
    const ink = color(`side-${index + 1}`);
    const left = x + index * 1.15;
    return [
      {
        rect: {
          x: left,
          y: bottom + (STRIP - 0.14) / 2,
          w: 0.14,
          h: 0.14,
          fill: { color: ink },
          line: { color: ink, width: 0.5 },
        },
      },
      stripText(label, left + 0.22, 0.9, 'left'),
    ];
  });

const TOP = { x: BODY.x, y: 0.95, w: BODY.w, h: 0.95 };
const MIDDLE = { x: BODY.x, y: 1.6, w: 10.6, h: 2.95 };
const title = (place: typeof TOP, fontSize: number, valign: 'top' | 'middle' | 'bottom'): MasterObject =>
  placeholder('title', 'title', place, { fontSize, valign });

/** Name of the layout for each kind of slide. */
export const LAYOUT: Readonly<Record<SlideKind, string>> = {
  cover: 'Cover',
  statement: 'Statement',
  text: 'Statement with text',
  points: 'Title and text',
  table: 'Title only',
  figure: 'Title only',
  'if-then': 'Title only',
  last: 'Title only',
};

/** The layouts of the file. Each has a title placeholder, so that screen readers and the outline can name the slide. */
export function layouts(deck: Deck): Master[] {
  const layout = (name: string, objects: MasterObject[]): Master => ({
    title: name,
    background: { color: color('surface') },
    objects: [...sheet(deck), ...objects],
    slideNumber: {
      x: SLIDE.width - EDGE - 1.2,
      y: SLIDE.height - EDGE - STRIP,
      w: 1.2,
      h: STRIP,
      fontFace: FONT.text,
      fontSize: 11,
      color: color('muted'),
      align: 'center',
      valign: 'middle',
    },
  });
  const text = (place: typeof TOP, fontSize: number): MasterObject =>
    placeholder('body', 'body', place, { fontSize, valign: 'top' });
  return [
    layout('Cover', [
      title({ ...MIDDLE, y: 1.6, h: 2.2 }, 48, 'bottom'),
      ...dimension(4.05, 4),
      text({ x: BODY.x, y: 4.3, w: 10, h: 1.8 }, 22),
    ]),
    layout('Statement', [title(MIDDLE, 36, 'bottom'), ...dimension(4.85, 4)]),
    layout('Statement with text', [
      title({ ...MIDDLE, y: 1.2, h: 1.2 }, 40, 'bottom'),
      ...dimension(2.65, 4),
      text({ x: BODY.x, y: 2.95, w: 11, h: 3.2 }, 30),
    ]),
    layout('Title and text', [title(TOP, 32, 'top'), text(BODY, 24)]),
    layout('Title only', [title(TOP, 32, 'top')]),
  ];
}
