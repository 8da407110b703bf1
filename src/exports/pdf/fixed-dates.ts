const DATE = /\/(CreationDate|ModDate) \(D:[^)]*\)/g;

/** "D:20261123000000+00'00'": a moment as PDF writes it, as long as the browser's own. */
const pdfDate = (date: Date): string => `D:${date.toISOString().replace(/\D/g, '').slice(0, 14)}+00'00'`;

/**
 * A PDF, read as Latin-1, with a date of its content in place of the clock's. Its length stays the same, because its
 * parts are found by their place.
 * @throws where the browser writes its dates in another way than the one known here.
 */
export function withFixedDates(pdf: string, date: Date): string {
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
