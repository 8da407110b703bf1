// Runs after each `npm install`: removes what no script of the project reads, about 150 MB.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

const packages = join(root, 'node_modules');
/** Folders of packages: Astro's pictures, TypeScript's other languages, sources, builds for other loaders. */
const UNREAD = [/^@img$/, /^sharp$/, /^typescript\/lib\/[a-z-]+$/, /^zod\/src$/, /^scorm-again\/dist\/esm$/];

const remove = (path) => rmSync(path, { recursive: true, force: true });
for (const entry of readdirSync(packages, { recursive: true, withFileTypes: true })) {
  const { name, parentPath } = entry;
  const path = join(parentPath, name);
  const inPackages = path.slice(packages.length + 1).replaceAll('\\', '/');
  if (entry.isDirectory()) {
    // The headers that come with Node are for addons in C.
    const isHeaders = name === 'include' && /node-[\w-]+$/.test(parentPath);
    if (isHeaders || UNREAD.some((folder) => folder.test(inPackages))) remove(path);
  } else if (
    name.endsWith('.map') ||
    (/\.md$/i.test(name) && !/^(?:licen[cs]e|notice|copying)/i.test(name)) ||
    /^scorm-again\/dist\/[\w-]+\.js$/.test(inPackages)
  )
    remove(path);
}
