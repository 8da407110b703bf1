import { escapeHtml } from '../../utils/escape.ts';

// DrawingML and PresentationML (ISO/IEC 29500-1, sections 19 to 21), as much of them as slides need.

const theme = (name: string, tint = ''): string =>
  `<a:solidFill><a:schemeClr val="${name}">${tint}</a:schemeClr></a:solidFill>`;
const SOFT = '<a:lumMod val="10000"/><a:lumOff val="90000"/>';

/** Fills by color token. They name places of the theme, so that the template of a company changes them. */
const FILL = {
  ink: theme('tx1'),
  surface: theme('bg1'),
  muted: theme('tx2'),
  paper: theme('bg2'),
  line: theme('bg1', '<a:lumMod val="85000"/>'),
  'side-1': theme('accent1'),
  'side-2': theme('accent2'),
  both: theme('accent4'),
  'side-1-soft': theme('accent1', SOFT),
  'side-2-soft': theme('accent2', SOFT),
  'both-soft': theme('accent4', SOFT),
} as const;

export type Ink = keyof typeof FILL;
export const fill = (ink: Ink): string => FILL[ink];

/** A length in inches as EMU. */
export const emu = (inches: number): number => Math.round(inches * 914_400);

/** A place on a slide, in inches. */
export interface Place {
  x: number;
  y: number;
  w: number;
  h: number;
}

const placed = (tag: string, { x, y, w, h }: Place): string =>
  `<${tag}><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></${tag}>`;
const geometry = (shape = 'rect'): string => `<a:prstGeom prst="${shape}"><a:avLst/></a:prstGeom>`;

interface Style {
  size: number;
  ink?: Ink;
  bold?: boolean;
  /** Id of the address that it leads to. */
  link?: string;
}

/** Words of one style. */
export const run = (text: string, { size, ink, bold = false, link }: Style): string =>
  `<a:r><a:rPr lang="en-US" sz="${size * 100}"${bold ? ' b="1"' : ''}>${ink === undefined ? '' : FILL[ink]}${link === undefined ? '' : `<a:hlinkClick r:id="${link}"/>`}</a:rPr><a:t>${escapeHtml(text)}</a:t></a:r>`;

/** @param style the space after it in points, and its bullet with the indent in inches */
export function paragraph(
  runs: string,
  { after = 0, bullet = '', indent = 0 }: { after?: number; bullet?: string; indent?: number } = {},
): string {
  const hanging = bullet === '' ? '' : ` marL="${emu(indent)}" indent="${-emu(indent)}"`;
  return `<a:p><a:pPr${hanging}><a:spcAft><a:spcPts val="${after * 100}"/></a:spcAft>${bullet}</a:pPr>${runs}</a:p>`;
}

type Anchor = 't' | 'ctr' | 'b';
const body = (paragraphs: string, anchor?: Anchor): string =>
  `<p:txBody><a:bodyPr${anchor === undefined ? '' : ` lIns="0" tIns="0" rIns="0" bIns="0" anchor="${anchor}"`}/><a:lstStyle/>${paragraphs}</p:txBody>`;

/** A shape by its id, which is unique on its slide. */
export type Shape = (id: number) => string;

export const textBox =
  (name: string, place: Place, paragraphs: string, anchor: Anchor = 't'): Shape =>
  (id) =>
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${placed('a:xfrm', place)}${geometry()}<a:noFill/></p:spPr>${body(paragraphs, anchor)}</p:sp>`;

/** A rectangle with an outline, or a line where it has no height or no width. */
export const box =
  (place: Place, inside?: Ink, outline: Ink = 'muted'): Shape =>
  (id) =>
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Line ${id}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${placed('a:xfrm', place)}${geometry(place.w * place.h === 0 ? 'line' : 'rect')}${inside === undefined ? '<a:noFill/>' : FILL[inside]}<a:ln w="9525">${FILL[outline]}</a:ln></p:spPr></p:sp>`;

/** Names and indexes of placeholders, which are the same in the master, the layouts and the slides. */
const PLACEHOLDERS = {
  title: ['Title', ''],
  body: ['Text', ' idx="1"'],
  sldNum: ['Slide number', ' idx="12"'],
  sldImg: ['Slide', ' idx="2"'],
} as const;

/** A placeholder: its text, and its place where it is not that of the layout. */
export const placeholder =
  (type: keyof typeof PLACEHOLDERS, paragraphs: string, place?: Place, anchor?: Anchor): Shape =>
  (id) => {
    const [name, index] = PLACEHOLDERS[type];
    const at = place === undefined ? '' : placed('a:xfrm', place) + geometry();
    return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="${type}"${index}/></p:nvPr></p:nvSpPr><p:spPr>${at}</p:spPr>${type === 'sldImg' ? '' : body(paragraphs, anchor)}</p:sp>`;
  };

/** A picture in the middle of a place, as large as it can be. */
export const pictureIn =
  (link: string, description: string, ratio: number, room: Place): Shape =>
  (id) => {
    const w = Math.min(room.w, room.h * ratio);
    const h = w / ratio;
    const place = { x: room.x + (room.w - w) / 2, y: room.y + (room.h - h) / 2, w, h };
    return `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="Picture" descr="${escapeHtml(description)}"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${link}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${placed('a:xfrm', place)}${geometry()}</p:spPr></p:pic>`;
  };

/** A cell with its text, a line below, and a fill. */
export function cell(paragraphs: string, below: Ink, points: number, inside?: Ink): string {
  const none = ['L', 'R', 'T'].map((side) => `<a:ln${side} w="0"><a:noFill/></a:ln${side}>`).join('');
  return `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</a:txBody><a:tcPr marL="109728" marR="109728" marT="73152" marB="73152">${none}<a:lnB w="${points * 12_700}">${FILL[below]}</a:lnB>${inside === undefined ? '<a:noFill/>' : FILL[inside]}</a:tcPr></a:tc>`;
}

/** A table with a row of headings. */
export const tableIn =
  (name: string, place: Place, widths: readonly number[], rows: readonly string[]): Shape =>
  (id) =>
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="${escapeHtml(name)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${placed('p:xfrm', place)}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${widths.map((width) => `<a:gridCol w="${emu(width)}"/>`).join('')}</a:tblGrid>${rows.map((cells) => `<a:tr h="${emu(place.h / rows.length)}">${cells}</a:tr>`).join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;

/** A root element of a slide, a layout or a master, with its shapes and what follows them. */
export function sheetOf(
  root: string,
  shapes: readonly Shape[],
  more = '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>',
  { name = '', background }: { name?: string; background?: Ink } = {},
): string {
  const [named, behind] = [
    name === '' ? '' : ` name="${name}"`,
    background === undefined ? '' : `<p:bg><p:bgPr>${FILL[background]}<a:effectLst/></p:bgPr></p:bg>`,
  ];
  return `<${root} ${NAMESPACES}><p:cSld${named}>${behind}<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shapes.map((shape, index) => shape(index + 2)).join('')}</p:spTree></p:cSld>${more}</${root}>`;
}

export const NAMESPACES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
