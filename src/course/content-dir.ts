/** The folder of the content; `CONTENT_DIR` names another course, relative to the project. */
export const CONTENT_DIR = process.env['CONTENT_DIR'] ?? 'src/content';
