/** Whether `npm run test:all` runs the tests: with every payload and every page, in the place of one of each kind. */
export const TEST_ALL = process.env['TEST_ALL'] === '1';
