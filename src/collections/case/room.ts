/** Seconds that a group talks before hands are counted. */
export const SECONDS = 120;
