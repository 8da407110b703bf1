/** The file of a page or of another path of the site: "/lessons/" is "lessons/index.html". */
export const fileOf = (path: string): string =>
  (path.endsWith('/') ? `${path}index.html` : path).replace(/^\//, '');

/** The way from one file to another, in a folder that is opened without a server: "../momentum/index.html". */
export function relativeTo(from: string, to: string): string {
  const start = from.split('/').slice(0, -1);
  const end = to.split('/');
  let shared = 0;
  while (shared < start.length && shared < end.length - 1 && start[shared] === end[shared]) shared += 1;
  return '../'.repeat(start.length - shared) + end.slice(shared).join('/');
}
