import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { builtPages, documentOf } from '../site.ts';

const size = (file: string): number => brotliCompressSync(readFileSync(file)).length;

/** The scripts that a page loads before anybody does anything, static imports included. */
function scriptsOf(page: ReturnType<typeof builtPages>[number]): string[] {
  const files = new Set(
    documentOf(page)
      .querySelectorAll('script[src]')
      .map((script) => join('dist', script.getAttribute('src') ?? '')),
  );
  for (const file of files) {
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(
      /(?:from|import)\s*["']\.\/([^"']+)["']/g,
    )) {
      files.add(join('dist', '_astro', name));
    }
  }
  return [...files];
}

for (const page of builtPages().filter(({ path }) => /^\/lessons\/[^/]+\/$/.test(path))) {
  test(`${page.path} stays within its bytes`, () => {
    const styles = documentOf(page)
      .querySelectorAll('link[rel=stylesheet]:not([media=print])')
      .map((link) => join('dist', link.getAttribute('href') ?? ''));
    const critical = brotliCompressSync(page.html).length + styles.reduce((sum, file) => sum + size(file), 0);
    expect(critical, 'HTML and render-blocking CSS').toBeLessThanOrEqual(
      page.path.includes('nadella') ? 18_000 : 14_600,
    );
    expect(
      scriptsOf(page).reduce((sum, file) => sum + size(file), 0),
      'JavaScript before interaction',
    ).toBeLessThanOrEqual(8_000);
    expect(
      documentOf(page)
        .querySelectorAll('script[src]')
        .every((script) => script.getAttribute('type') === 'module'),
      'no script blocks rendering',
    ).toBe(true);
  });
}
