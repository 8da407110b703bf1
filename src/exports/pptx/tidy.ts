import { strFromU8, strToU8, unzipSync } from 'fflate';
import { escapeHtml } from '../../utils/escape.ts';
import { zip } from '../../utils/zip.ts';
import { SITE_NAME } from '../../site.ts';
import { color, FONT } from './sheet.ts';

// What the library leaves for PowerPoint to repair, against ISO/IEC 29500-1 as Microsoft's Open XML SDK checks it.

/** Color tokens in the places of a theme, in the order of the schema. A template of a company has its own colors there. */
const THEME = [
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

/** Names that slides have for the first places of a theme. */
const ON_SLIDES: Readonly<Record<string, string>> = { dk1: 'tx1', lt1: 'bg1', dk2: 'tx2', lt2: 'bg2' };

const scheme = (name: string, tint = ''): string =>
  tint === '' ? `<a:schemeClr val="${name}"/>` : `<a:schemeClr val="${name}">${tint}</a:schemeClr>`;

const LIGHT = '<a:lumMod val="10000"/><a:lumOff val="90000"/>';

/** The color of a theme for each color of the site; where two are the same, the first. */
const THEME_COLORS: ReadonlyMap<string, string> = new Map(
  [
    ...THEME.map(([place, token]) => [color(token), scheme(ON_SLIDES[place] ?? place)] as const),
    [color('side-1-soft'), scheme('accent1', LIGHT)] as const,
    [color('side-2-soft'), scheme('accent2', LIGHT)] as const,
    [color('both-soft'), scheme('accent4', LIGHT)] as const,
    [color('line'), scheme('bg1', '<a:lumMod val="85000"/>')] as const,
  ].reverse(),
);

/** Colors and fonts by their place in the theme, so that a template changes them. */
const withTheme = (xml: string): string =>
  xml
    .replace(
      /<a:srgbClr val="([0-9A-F]{6})"(?:\/>|><\/a:srgbClr>)/g,
      (own, hex: string) => THEME_COLORS.get(hex) ?? own,
    )
    .replace(/<a:(?:ea|cs) typeface="(?:Georgia|Arial)"[^>]*\/>/g, '')
    .replace(/<a:latin typeface="(Georgia|Arial)"[^>]*\/>/g, (_, font: string) =>
      font === FONT.title ? '<a:latin typeface="+mj-lt"/>' : '<a:latin typeface="+mn-lt"/>',
    );

/** What slides and layouts have in common. */
function tidyShapes(xml: string): string {
  let id = 0;
  return (
    withTheme(xml)
      .replaceAll('<a:ln></a:ln>', '')
      .replace(/<\/a:solidFill><\/p:bgPr>/g, '</a:solidFill><a:effectLst/></p:bgPr>')
      // The library marks no row as headings, and writes the properties of a paragraph again before each of its runs.
      .replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1"/>')
      .replace(/(<\/a:r>)<a:pPr\b[^>]*>.*?<\/a:pPr>/g, '$1')
      // It may give a table the id of another shape.
      .replace(/(<p:cNvPr )id="\d+"/g, (_, start: string) => `${start}id="${(id += 1)}"`)
  );
}

/** The shape of a page of notes in EMU: a small picture of the slide, and notes that have most of a Letter or A4 sheet. */
const NOTES = {
  size: 'cx="6858000" cy="9144000"',
  picture: '<a:off x="1885950" y="420000"/><a:ext cx="3086100" cy="1736000"/>',
  points: 10,
  text: '<a:off x="457200" y="2290000"/><a:ext cx="5943600" cy="6390000"/>',
} as const;

const tidyNotesMaster = (xml: string): string =>
  xml
    .replace('<a:off x="685800" y="1143000"/><a:ext cx="5486400" cy="3086100"/>', NOTES.picture)
    .replace('<a:off x="685800" y="4400550"/><a:ext cx="5486400" cy="3600450"/>', NOTES.text)
    .replace(/(<p:notesStyle><a:lvl1pPr[^>]*>)(<a:defRPr) sz="1200"/, `$1$2 sz="${NOTES.points * 100}"`);

/** Properties of a paragraph of notes: LibreOffice would indent and space it as an outline. */
const PLAIN = '<a:pPr marL="0" indent="0"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/></a:pPr>';

/** Each line of notes as a paragraph, in a size that a sheet has room for; the library writes all of them into one. */
const tidyNotes = (xml: string): string =>
  xml.replace(/<a:p><a:r><a:rPr([^>]*)\/><a:t>([^<]*)<\/a:t><\/a:r>/g, (_, language: string, text: string) =>
    text
      .split(/\r?\n/)
      .map((line) => {
        const run =
          line === '' ? '' : `<a:r><a:rPr${language} sz="${NOTES.points * 100}"/><a:t>${line}</a:t></a:r>`;
        return `<a:p>${PLAIN}${run}`;
      })
      .join('</a:p>'),
  );

const tidyPresentation = (xml: string): string =>
  xml
    .replace(/(<p:sldIdLst>.*<\/p:sldIdLst>)(<p:notesMasterIdLst>.*<\/p:notesMasterIdLst>)/s, '$2$1')
    .replace(/<p:notesSz [^>]*\/>/, `<p:notesSz ${NOTES.size}/>`);

const tidyTheme = (xml: string): string =>
  xml
    .replace(/<a:theme ([^>]*)name="[^"]*"/, `<a:theme $1name="${escapeHtml(SITE_NAME)}"`)
    .replace(
      /<a:clrScheme .*<\/a:clrScheme>/s,
      `<a:clrScheme name="${escapeHtml(SITE_NAME)}">${THEME.map(
        ([place, token]) => `<a:${place}><a:srgbClr val="${color(token)}"/></a:${place}>`,
      ).join('')}</a:clrScheme>`,
    );

function tidyCore(xml: string, updated: Date): string {
  const date = updated.toISOString().replace(/\.\d+Z$/, 'Z');
  return xml
    .replace(/(<dcterms:(?:created|modified) [^>]*>)[^<]*/g, `$1${date}`)
    .replace('</cp:coreProperties>', '<dc:language>en-US</dc:language></cp:coreProperties>');
}

/** Types of the parts that are there, with a theme for the master of the notes as every master has one of its own. */
const tidyTypes = (xml: string, parts: ReadonlySet<string>): string =>
  xml
    .replace(/<Override PartName="\/([^"]*)"[^>]*\/>/g, (override, name: string) =>
      parts.has(name) ? override : '',
    )
    .replace(
      '</Types>',
      '<Override PartName="/ppt/theme/theme2.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>',
    );

const RULES: readonly [parts: RegExp, tidy: (xml: string) => string][] = [
  [/^ppt\/slides\/slide\d+\.xml$/, tidyShapes],
  [/^ppt\/slide(?:Layouts|Masters)\/\w+\.xml$/, tidyShapes],
  [/^ppt\/notesMasters\/notesMaster1\.xml$/, tidyNotesMaster],
  [/^ppt\/notesMasters\/_rels\/notesMaster1\.xml\.rels$/, (xml) => xml.replace('theme1.xml', 'theme2.xml')],
  [/^ppt\/notesSlides\/notesSlide\d+\.xml$/, tidyNotes],
  [/^ppt\/presentation\.xml$/, tidyPresentation],
  [/^ppt\/theme\/theme\d\.xml$/, tidyTheme],
];

/**
 * A file of the library as PowerPoint takes it without repair: sound parts, colors and fonts of a theme, whole pages of
 * notes, and the dates of the content, so that the same content gives the same bytes.
 */
export function tidyPptx(pptx: Uint8Array, updated: Date): Uint8Array<ArrayBuffer> {
  const made = Object.entries(unzipSync(pptx)).filter(([name]) => !name.endsWith('/'));
  const theme = made.find(([name]) => name === 'ppt/theme/theme1.xml')?.[1] ?? new Uint8Array();
  const files = [...made, ['ppt/theme/theme2.xml', theme] as const];
  const parts = new Set(files.map(([name]) => name));
  const tidied = files.map(([name, content]): [string, Uint8Array] => {
    const change = (tidy: (xml: string) => string): [string, Uint8Array] => [
      name,
      strToU8(tidy(strFromU8(content))),
    ];
    if (name === 'docProps/core.xml') return change((xml) => tidyCore(xml, updated));
    if (name === '[Content_Types].xml') return change((xml) => tidyTypes(xml, parts));
    const rule = RULES.find(([names]) => names.test(name));
    return rule === undefined ? [name, content] : change(rule[1]);
  });
  const pictures = new Set([...parts].filter((name) => name.endsWith('.png')));
  return zip(
    tidied.sort(([one], [other]) => (one < other ? -1 : 1)),
    updated,
    pictures,
  );
}
