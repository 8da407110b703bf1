import { paletteOf } from '../../figures/palette.ts';
import { LICENSE, SIDES, SITE_NAME } from '../../site.ts';
import tokens from '../../styles/tokens.css?raw';
import { SLIDE, type Deck, type SlideKind } from '../../teaching/slides/slide.ts';
import { escapeHtml } from '../../utils/escape.ts';
import type { Part } from './office-file.ts';
import {
  box,
  fill,
  paragraph,
  placeholder,
  run,
  sheetOf,
  textBox,
  type Place,
  type Shape,
} from './shapes.ts';

/** Color tokens in the places of the theme, in the order of the schema. */
const COLORS = [
  ['dk1', 'ink'],
  ['lt1', 'surface'],
  ['dk2', 'muted'],
  ['lt2', 'paper'],
  ['accent1', 'side-1'],
  ['accent2', 'side-2'],
  ['accent3', 'good'],
  ['accent4', 'both'],
  ['accent5', 'bad'],
  ['accent6', 'muted'],
  ['hlink', 'ink'],
  ['folHlink', 'muted'],
] as const;

/** Fonts that every machine has or has a close substitute for. */
const FONTS = [
  ['major', 'Georgia'],
  ['minor', 'Arial'],
] as const;

const PLAIN = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';

/** The colors of the light scheme, because projected slides are bright, and the fonts. The schema asks for three of each style. */
function theme(): string {
  const palette = paletteOf(tokens);
  const name = escapeHtml(SITE_NAME);
  const colors = COLORS.map(
    ([place, token]) =>
      `<a:${place}><a:srgbClr val="${palette.get(token)?.light.slice(1).toUpperCase() ?? ''}"/></a:${place}>`,
  );
  const fonts = FONTS.map(
    ([kind, font]) =>
      `<a:${kind}Font><a:latin typeface="${font}"/><a:ea typeface=""/><a:cs typeface=""/></a:${kind}Font>`,
  );
  const styles = [
    ['fill', PLAIN],
    ['ln', `<a:ln w="9525">${PLAIN}</a:ln>`],
    ['effect', '<a:effectStyle><a:effectLst/></a:effectStyle>'],
    ['bgFill', PLAIN],
  ].map(([kind = '', style = '']) => `<a:${kind}StyleLst>${style.repeat(3)}</a:${kind}StyleLst>`);
  return `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${name}"><a:themeElements><a:clrScheme name="${name}">${colors.join('')}</a:clrScheme><a:fontScheme name="${name}">${fonts.join('')}</a:fontScheme><a:fmtScheme name="${name}">${styles.join('')}</a:fmtScheme></a:themeElements></a:theme>`;
}

/** The part of a slide below its title, in inches. */
export const BODY: Place = { x: SLIDE.margin, y: 2.05, w: SLIDE.width - 2 * SLIDE.margin, h: 4.4 };

/** Distance of the frame from the edge of the slide, and height of the strip below. */
const EDGE = 0.3;
const STRIP = 0.42;
const BOTTOM = SLIDE.height - EDGE - STRIP;
const WIDTH = SLIDE.width - 2 * EDGE;
const LAST = EDGE + WIDTH - 1.2;

const line = (x: number, y: number, w: number, h: number): Shape => box({ x, y, w, h });

/** A dimension line with marked ends, as under a drawing. */
const dimension = (y: number): Shape[] => [
  line(BODY.x, y, 4, 0),
  line(BODY.x, y - 0.08, 0, 0.16),
  line(BODY.x + 4, y - 0.08, 0, 0.16),
];

const stripText = (text: string, x: number, w: number): Shape =>
  textBox('Strip', { x, y: BOTTOM, w, h: STRIP }, paragraph(run(text, { size: 11, ink: 'muted' })), 'ctr');

/** The frame of all slides, and the title block with the title, the legend of the sides, and the license. */
const frame = (deck: Deck): Shape[] => [
  box({ x: EDGE, y: EDGE, w: WIDTH, h: SLIDE.height - 2 * EDGE }, 'paper'),
  line(EDGE, BOTTOM, WIDTH, 0),
  ...[LAST, LAST - 2, LAST - 4.6].map((x) => line(x, BOTTOM, 0, STRIP)),
  ...SIDES.flatMap(({ label }, index) => {
    const ink = index === 0 ? 'side-1' : 'side-2';
    const x = LAST - 4.4 + index * 1.15;
    return [
      box({ x, y: BOTTOM + (STRIP - 0.14) / 2, w: 0.14, h: 0.14 }, ink, ink),
      stripText(label, x + 0.22, 0.9),
    ];
  }),
  stripText(`${SITE_NAME}  ·  ${deck.about}: ${deck.title}`, SLIDE.margin, 6.6),
  stripText(`License: ${LICENSE.name}`, LAST - 1.85, 1.7),
];

const NUMBER = `<a:p><a:pPr algn="ctr"/><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-US" sz="1100">${fill('muted')}</a:rPr><a:t>‹#›</a:t></a:fld></a:p>`;

/** The number of a slide. Layouts and slides have the place of the master. */
export const slideNumber = (place?: Place): Shape => placeholder('sldNum', NUMBER, place, place && 'ctr');

const TOP = { x: BODY.x, y: 0.95, w: BODY.w, h: 0.95 };
const title = (place: Place, anchor: 't' | 'b'): Shape => placeholder('title', '<a:p/>', place, anchor);
const text = (place: Place): Shape => placeholder('body', '<a:p/>', place, 't');

/** Places of the texts on layouts that have a dimension line between them, by the kind of slide. */
export const PLACES = {
  cover: { title: { x: BODY.x, y: 1.6, w: 10.6, h: 2.2 }, body: { x: BODY.x, y: 4.3, w: 10, h: 1.8 } },
  statement: { title: { x: BODY.x, y: 1.6, w: 10.6, h: 2.95 }, body: { x: BODY.x, y: 5.05, w: 11, h: 1.4 } },
  text: { title: { x: BODY.x, y: 1.2, w: 10.6, h: 1.2 }, body: { x: BODY.x, y: 2.95, w: 11, h: 3.2 } },
} as const satisfies Partial<Record<SlideKind, Record<'title' | 'body', Place>>>;

/** The room of the title of a kind of slide, narrow because the fonts of titles are wide, and its largest type size. */
export function titleRoom(kind: SlideKind): [room: Place, largest: number] {
  const place = kind in PLACES ? PLACES[kind as keyof typeof PLACES].title : TOP;
  return [{ ...place, w: place.w - 1.6 }, place === TOP ? 32 : 40];
}

/** The layouts. Each has a title, so that screen readers and the outline can name the slide. */
const LAYOUTS: readonly (readonly [name: string, kinds: readonly SlideKind[], shapes: Shape[]])[] = [
  ['Cover', ['cover'], [title(PLACES.cover.title, 'b'), ...dimension(4.05), text(PLACES.cover.body)]],
  ['Statement', ['statement'], [title(PLACES.statement.title, 'b'), ...dimension(4.85)]],
  [
    'Statement with text',
    ['text'],
    [title(PLACES.text.title, 'b'), ...dimension(2.65), text(PLACES.text.body)],
  ],
  ['Title and text', ['points'], [title(TOP, 't'), text(BODY)]],
  ['Title only', ['table', 'figure', 'if-then', 'last'], [title(TOP, 't')]],
];

/** Number of the layout of a kind of slide. */
export const layoutOf = (kind: SlideKind): number =>
  LAYOUTS.findIndex(([, kinds]) => kinds.includes(kind)) + 1;

/** The style of a text: size in points, and font of the theme. */
const style = (tag: string, size: number, font: string): string =>
  `<p:${tag}><a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="${size * 100}">${fill('ink')}<a:latin typeface="${font}"/></a:defRPr></a:lvl1pPr></p:${tag}>`;

const ACCENTS = [1, 2, 3, 4, 5, 6].map((each) => `accent${each}="accent${each}"`).join(' ');
const COLOR_MAP = `<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" ${ACCENTS} hlink="hlink" folHlink="folHlink"/>`;

const layoutIds = LAYOUTS.map(
  (_, index) => `<p:sldLayoutId id="${2_147_483_649 + index}" r:id="layout${index + 1}"/>`,
);

/** The place of the notes on their page. */
export const NOTES: Place = { x: 0.5, y: 2.5, w: 6.5, h: 7 };

const masters = (deck: Deck): [master: string, notes: string] => [
  sheetOf(
    'p:sldMaster',
    [...frame(deck), title(TOP, 't'), text(BODY), slideNumber({ x: LAST, y: BOTTOM, w: 1.2, h: STRIP })],
    `${COLOR_MAP}<p:sldLayoutIdLst>${layoutIds.join('')}</p:sldLayoutIdLst><p:txStyles>${style('titleStyle', 32, '+mj-lt')}${style('bodyStyle', 24, '+mn-lt')}${style('otherStyle', 18, '+mn-lt')}</p:txStyles>`,
    { background: 'surface' },
  ),
  // A small picture of the slide, and most of a Letter or A4 sheet for the notes.
  sheetOf(
    'p:notesMaster',
    [placeholder('sldImg', '', { x: 2.06, y: 0.46, w: 3.375, h: 1.9 }), text(NOTES)],
    `${COLOR_MAP}${style('notesStyle', 10, '+mn-lt')}`,
    { background: 'surface' },
  ),
];

/** The parts that all decks have: the master with its layouts, the master of the notes, and a theme for each. */
export function masterParts(deck: Deck): Part[] {
  const [master, notes] = masters(deck);
  const type = (name: string): string => `presentationml.${name}`;
  return [
    {
      name: 'ppt/slideMasters/slideMaster1.xml',
      content: master,
      type: type('slideMaster'),
      links: [
        ...LAYOUTS.map((_, index) => `layout${index + 1}`).map(
          (id) => [id, 'slideLayout', `../slideLayouts/${id.replace('layout', 'slideLayout')}.xml`] as const,
        ),
        ['theme', 'theme', '../theme/theme1.xml'],
      ],
    },
    ...LAYOUTS.map(([name, , shapes], index): Part => ({
      name: `ppt/slideLayouts/slideLayout${index + 1}.xml`,
      content: sheetOf('p:sldLayout', [...shapes, slideNumber()], undefined, { name }),
      type: type('slideLayout'),
      links: [['master', 'slideMaster', '../slideMasters/slideMaster1.xml']],
    })),
    {
      name: 'ppt/notesMasters/notesMaster1.xml',
      content: notes,
      type: type('notesMaster'),
      links: [['theme', 'theme', '../theme/theme2.xml']],
    },
    ...[1, 2].map((each): Part => ({ name: `ppt/theme/theme${each}.xml`, content: theme(), type: 'theme' })),
  ];
}
