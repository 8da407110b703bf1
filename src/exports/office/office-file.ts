import { COURSE, LICENSE, SITE_NAME } from '../../site.ts';
import { escapeHtml } from '../../utils/escape.ts';
import { zip } from '../../utils/zip.ts';

// Office Open XML (ISO/IEC 29500-1). No part has a time or a random id, so two builds write the same bytes.

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const CORE = 'docProps/core.xml';

/** A part of a file, and what it leads to. */
export interface Part {
  name: string;
  content: string | Uint8Array;
  /** Its kind, such as "presentationml.slide". A picture has none. */
  type?: string;
  /** Ids, kinds and targets: a file name relative to the part, or an address. */
  links?: readonly (readonly [id: string, kind: string, target: string])[];
}

const relations = (links: NonNullable<Part['links']>): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${links
    .map(([id, kind, target]) => {
      const type = `${kind.includes('/') ? `${PACKAGE}/relationships` : OFFICE}/${kind}`;
      const outside = /^https?:/.test(target) ? ' TargetMode="External"' : '';
      return `<Relationship Id="${id}" Type="${type}" Target="${escapeHtml(target)}"${outside}/>`;
    })
    .join('')}</Relationships>`;

const contentTypes = (parts: readonly Part[]): string => {
  const office = 'application/vnd.openxmlformats-';
  const own = parts.map(({ name, type }) =>
    type === undefined
      ? ''
      : `<Override PartName="/${name}" ContentType="${office}officedocument.${type}+xml"/>`,
  );
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="${office}package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/${CORE}" ContentType="${office}package.core-properties+xml"/>${own.join('')}</Types>`;
};

/** An Office file of its parts, the main one first. The date is that of its content. */
export function officeFile(
  parts: readonly Part[],
  { title, date }: { title: string; date: Date },
): Uint8Array<ArrayBuffer> {
  const day = `xsi:type="dcterms:W3CDTF">${date.toISOString().replace(/\.\d+Z$/, 'Z')}<`;
  const files = [
    ['[Content_Types].xml', contentTypes(parts)] as const,
    [
      '_rels/.rels',
      relations([
        ['r1', 'officeDocument', parts[0]?.name ?? ''],
        ['r2', 'metadata/core-properties', CORE],
      ]),
    ] as const,
    [
      CORE,
      `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeHtml(title)}</dc:title><dc:subject>License: ${LICENSE.name}</dc:subject><dc:creator>${escapeHtml(SITE_NAME)}</dc:creator><dc:language>${COURSE.language}</dc:language><dcterms:created ${day}/dcterms:created><dcterms:modified ${day}/dcterms:modified></cp:coreProperties>`,
    ] as const,
    ...parts.map(
      ({ name, content }) => [name, typeof content === 'string' ? HEAD + content : content] as const,
    ),
    ...parts.flatMap(({ name, links }) => {
      const at = name.lastIndexOf('/') + 1;
      return links === undefined
        ? []
        : [[`${name.slice(0, at)}_rels/${name.slice(at)}.rels`, relations(links)] as const];
    }),
  ].sort(([one], [other]) => (one < other ? -1 : 1));
  return zip(files, date);
}
