// Runs after each `npm install`: removes what no script of the project reads, about 100 MB. These are the headers that
// come with Node, for addons in C, and the source maps of packages.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

const packages = join(root, 'node_modules');
for (const { name, parentPath } of readdirSync(packages, { recursive: true, withFileTypes: true })) {
  const path = join(parentPath, name);
  if (name.endsWith('.map') || (name === 'include' && /node-[\w-]+$/.test(parentPath)))
    rmSync(path, { recursive: true, force: true });
}
