// Each function takes a PDF that was read as Latin-1. None changes its length, because a PDF refers to its objects by offset.

const DATE = /\/(CreationDate|ModDate) \(D:[^)]*\)/g;

/** A date in PDF form, of the same length as the browser's: "D:20261123000000+00'00'". */
const pdfDate = (date: Date): string => `D:${date.toISOString().replace(/\D/g, '').slice(0, 14)}+00'00'`;

/**
 * Replaces the time of printing with the date of the content.
 * @throws if the browser writes dates in an unknown form
 */
export function withContentDates(pdf: string, date: Date): string {
  let found = 0;
  const fixed = pdf.replace(DATE, (entry, name: string) => {
    found += 1;
    const dated = `/${name} (${pdfDate(date)})`;
    if (dated.length !== entry.length) throw new Error(`A date of the PDF has an unknown form: ${entry}`);
    return dated;
  });
  if (found !== 2) throw new Error(`The PDF has ${found} dates, not two.`);
  return fixed;
}

/** Id of a table cell in the tags. The browser numbers cells across all pages that it has loaded. */
const CELL_ID = /\bnode\d{8}\b/g;

/** Renumbers the cell ids from 1, in order, so that the same page always has the same ids. */
export function withStableIds(pdf: string): string {
  const ids = [...new Set(pdf.match(CELL_ID))].sort();
  const counted = new Map(ids.map((id, index) => [id, `node${String(index + 1).padStart(8, '0')}`]));
  return pdf.replace(CELL_ID, (id) => counted.get(id) ?? id);
}

/**
 * Replaces "Strong" and "Em" by "Span". The browser writes these tags of PDF 2.0 into a PDF 1.4, and readers of the older
 * format ignore unknown tags together with their text.
 */
export const withOlderTags = (pdf: string): string =>
  pdf.replace(/\/S \/Strong\b/g, '/S /Span  ').replace(/\/S \/Em\s/g, '/S/Span');
