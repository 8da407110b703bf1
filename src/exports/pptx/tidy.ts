import { strFromU8, strToU8, unzipSync } from 'fflate';
import { zip } from '../../utils/zip.ts';

/** Marks the first row of a table as its headings; the library leaves this out. */
const HEADINGS = '<a:tblPr firstRow="1"/>';

function tidySlide(xml: string): string {
  let id = 0;
  return (
    xml
      .replaceAll('<a:tblPr/>', HEADINGS)
      // The library may give a table the id of another shape, and PowerPoint would offer to repair the file.
      .replace(/(<p:cNvPr )id="\d+"/g, (_, start: string) => `${start}id="${(id += 1)}"`)
  );
}

function tidyCore(xml: string, updated: Date): string {
  const date = updated.toISOString().replace(/\.\d+Z$/, 'Z');
  return xml
    .replace(/(<dcterms:(?:created|modified) [^>]*>)[^<]*/g, `$1${date}`)
    .replace('</cp:coreProperties>', '<dc:language>en-US</dc:language></cp:coreProperties>');
}

/** Writes the file anew without the clock, so that the same content gives the same bytes. */
export function tidyPptx(pptx: Uint8Array, updated: Date): Uint8Array<ArrayBuffer> {
  const files: Record<string, Uint8Array> = {};
  for (const [name, content] of Object.entries(unzipSync(pptx))) {
    if (name.endsWith('/')) continue;
    if (name === 'docProps/core.xml') files[name] = strToU8(tidyCore(strFromU8(content), updated));
    else if (/^ppt\/slides\/slide\d+\.xml$/.test(name)) files[name] = strToU8(tidySlide(strFromU8(content)));
    else files[name] = content;
  }
  const sorted = Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1));
  const pictures = new Set(Object.keys(files).filter((name) => name.endsWith('.png')));
  return zip(sorted, updated, pictures);
}
