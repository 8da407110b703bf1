/** The id of a receipt: a claim may be on a page more than once. */
export const noteId = (claim: string, use: string): string =>
  use === '1' ? `receipt-${claim}` : `receipt-${claim}-${use}`;
