const FORMAT = new Intl.DateTimeFormat('en-US', { dateStyle: 'long' });

/** A moment as a day where the reader is: "November 24, 2026". */
export const longDate = (moment: string | Date): string => FORMAT.format(new Date(moment));
