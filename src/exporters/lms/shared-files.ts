import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { SharedFiles } from '../../lib/lms/package-files.ts';
import { withoutBase } from '../../lib/paths.ts';
import type { BuiltSite } from '../exporter.ts';

const SHEET = /<link rel="stylesheet" href="([^"]+)"( media="print")?>/g;
const FONT = /url\(([^)]+\.woff2)\)/g;

/** The script of a package and its style sheet: one file each, which need no other, and run from any folder. */
async function bundle(): Promise<{ script: string; css: string }> {
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      assetsInlineLimit: Infinity,
      lib: {
        entry: resolve('src/elements/lms-package.ts'),
        formats: ['iife'],
        name: 'blueprintAndBuild',
        fileName: () => 'package.js',
        cssFileName: 'package',
      },
    },
  });
  const output = [result].flat().flatMap((each) => ('output' in each ? each.output : []));
  const script = output.find((file) => file.type === 'chunk');
  const css = output.find((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
  if (script?.type !== 'chunk' || css?.type !== 'asset')
    throw new Error('The script of packages was not made.');
  return { script: script.code, css: String(css.source) };
}

let bundled: ReturnType<typeof bundle> | undefined;

/** What packages of these pages need beside their content: the pages' own sheets, with their fonts, and the script. */
export async function sharedFiles(pages: readonly string[], site: BuiltSite): Promise<SharedFiles> {
  bundled ??= bundle();
  const { script, css } = await bundled;
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
  texts['style.css'] += css;
  for (const [name, text] of Object.entries(texts))
    files[name] = encoder.encode(
      text
        .replace(FONT, (_, address: string) => {
          const font = `fonts/${basename(address)}`;
          files[font] = new Uint8Array(read(address));
          return `url(${font})`;
        })
        // On the site a face that comes late waits for the next page; a package has no next page.
        .replaceAll('font-display:optional', 'font-display:swap'),
    );
  return files;
}
