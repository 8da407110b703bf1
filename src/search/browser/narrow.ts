/** Whether the window is as narrow as a phone, where a keyboard leaves room for few lines; as in search.css. */
export const isNarrow = (): boolean => matchMedia('(max-width: 40rem)').matches;
