/**
 * A PDF, read as Latin-1, with the tags that its version knows: the browser writes "Strong" and "Em" of PDF 2.0 into a
 * PDF 1.4, and readers then pass over the words. Both become "Span" at the same length.
 */
export const withKnownTags = (pdf: string): string =>
  pdf.replace(/\/S \/Strong\b/g, '/S /Span  ').replace(/\/S \/Em\s/g, '/S/Span');
