/** The license of everything the course says; the code has its own (LICENSE). */
export const LICENSE = {
  /** Id in the list of https://spdx.org/licenses/. */
  spdx: 'CC-BY-4.0',
  name: 'CC BY 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const;
