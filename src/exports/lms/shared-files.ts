import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { siteValues } from '../../build/site-values.ts';
import type { SharedFiles } from './package-files.ts';
import { withoutBase } from '../../utils/paths.ts';
import type { BuiltSite } from '../exporter.ts';

const SHEET = /<link rel="stylesheet" href="([^"]+)"( media="print")?>/g;
const FONT = /url\(([^)]+\.woff2)\)/g;

/** Bundles the script of a package into one file that runs from any folder, and its style sheets, by name. */
async function bundle(): Promise<{ script: string; sheets: Map<string, string> }> {
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    plugins: [siteValues()],
    publicDir: false,
    logLevel: 'error',
    // Relative to the page, which is in the same folder.
    experimental: { renderBuiltUrl: (name) => name },
    build: {
      write: false,
      assetsInlineLimit: Infinity,
      lib: {
        entry: resolve('src/exports/lms/browser/lms-package.ts'),
        formats: ['iife'],
        name: 'blueprintAndBuild',
        fileName: () => 'package.js',
        cssFileName: 'package',
      },
    },
  });
  const output = [result].flat().flatMap((each) => ('output' in each ? each.output : []));
  const script = output.find((file) => file.type === 'chunk');
  if (script?.type !== 'chunk') throw new Error('The script of packages was not made.');
  const sheets = output.flatMap((file): [string, string][] =>
    file.type === 'asset' ? [[file.fileName, String(file.source)]] : [],
  );
  return { script: script.code, sheets: new Map(sheets) };
}

let bundled: ReturnType<typeof bundle> | undefined;

/** The shared files of packages with these pages: their style sheets and fonts, and the script. */
export async function sharedFiles(pages: readonly string[], site: BuiltSite): Promise<SharedFiles> {
  bundled ??= bundle();
  const { script, sheets: own } = await bundled;
  const encoder = new TextEncoder();
  const read = (address: string): Buffer => readFileSync(join(site.folder, withoutBase(site.base, address)));
  const sheets = new Map(
    pages.flatMap((html) =>
      [...html.matchAll(SHEET)].map(([, href = '', print]) => [href, print !== undefined]),
    ),
  );
  const files: Record<string, Uint8Array> = { 'package.js': encoder.encode(script) };
  const texts = { 'print.css': '', 'style.css': '' };
  for (const [href, print] of sheets) texts[print ? 'print.css' : 'style.css'] += read(href).toString('utf8');
  for (const [name, text] of [...Object.entries(texts), ...own])
    files[name] = encoder.encode(
      text
        .replace(FONT, (_, address: string) => {
          const font = `fonts/${basename(address)}`;
          files[font] = new Uint8Array(read(address));
          return `url(${font})`;
        })
        // On the site a late font is used from the next page on; a package has only one page.
        .replaceAll('font-display:optional', 'font-display:swap'),
    );
  return files;
}
