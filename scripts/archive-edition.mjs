// `npm run archive-edition`: builds the newest edition for its own path, /e/<number>/, and archives it as editions/<number>.zip.
// Every later build unpacks it to that path. The zip belongs to the release and is not in the repository.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { parse } from 'yaml';
import { settings } from '../src/build/settings.ts';
import { root, run } from './setup.mjs';

/** Files that only a separate site needs, and compressed copies, which the build that unpacks the archive makes again. */
const LEFT_OUT = /\.(?:br|gz)$|^(?:_headers|_redirects|robots\.txt|sitemap[\w-]*\.xml)$|^\.well-known/;

const { editions } = parse(readFileSync(join(root, settings.content, 'editions.yaml'), 'utf8'));
const [{ number, date }] = editions;
const file = join(root, 'editions', `${number}.zip`);
if (existsSync(file)) {
  console.error(
    `Edition ${number} is archived already. Give the new one a number in ${settings.content}/editions.yaml, or delete ${file} if it was never published.`,
  );
  process.exit(1);
}

if (!process.env.SITE_URL) {
  console.error(
    'An archive is permanent and contains the addresses of the site. Set the address: SITE_URL=https://learn.example.org npm run archive-edition',
  );
  process.exit(1);
}

const outDir = join(root, 'dist-edition');
const base = `${settings.base}e/${number}/`;
const code = run('npm', ['run', '--silent', 'build'], { BASE_PATH: base, OUT_DIR: outDir });
if (code !== 0) process.exit(code);

const names = readdirSync(outDir, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => !LEFT_OUT.test(name) && statSync(join(outDir, name)).isFile())
  .sort();
const files = Object.fromEntries(
  names.map((name) => [name, new Uint8Array(readFileSync(join(outDir, name)))]),
);
// Tells later builds the base path of the archive.
files['edition.json'] = strToU8(JSON.stringify({ number, date, base }));
mkdirSync(join(root, 'editions'), { recursive: true });
writeFileSync(file, zipSync(files, { mtime: new Date(date) }));
rmSync(outDir, { recursive: true });
console.log(`Edition ${number}: ${names.length} files in ${file}.`);
