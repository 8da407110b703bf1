/** Id of a cell in the tags, which the browser counts over all that it has ever shown. */
const ID = /\bnode\d{8}\b/g;

/** A PDF, read as Latin-1, with the ids of its tags counted from 1, in their order: the same for the same page. */
export function withCountedIds(pdf: string): string {
  const ids = [...new Set(pdf.match(ID))].sort();
  const counted = new Map(ids.map((id, index) => [id, `node${String(index + 1).padStart(8, '0')}`]));
  return pdf.replace(ID, (id) => counted.get(id) ?? id);
}
