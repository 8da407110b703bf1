/** What the workbook is, for those who look for it. */
export const WORKBOOK_SUMMARY =
  'A workbook to print and write in: for each lesson its objectives, questions with lines, and the step of the week; answers at the end.';
