import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { WORK } from './places.ts';
import { SLOW_LINE } from './serve.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof CATEGORIES)[number];

/** Scores out of 100. */
export type Scores = Record<Category, number>;

/** The paint metrics of a page on a slow phone. */
export interface Paint {
  firstContentfulPaintMs: number;
  largestContentfulPaintMs: number;
  layoutShift: number;
  blockingTimeMs: number;
}

type Run = (url: string, flags: object, config?: object) => Promise<unknown>;

const lighthouseModule = z.object({ default: z.custom<Run>((value) => typeof value === 'function') });
const metric = z.object({ numericValue: z.number() });
const metricsResult = z.object({
  lhr: z.object({
    audits: z.object({
      'first-contentful-paint': metric,
      'largest-contentful-paint': metric,
      'cumulative-layout-shift': metric,
      'total-blocking-time': metric,
    }),
  }),
});
const category = z.object({ score: z.number() });
const scoresResult = z.object({
  lhr: z.object({
    categories: z.object({
      performance: category,
      accessibility: category,
      'best-practices': category,
      seo: category,
    }),
  }),
});

/** Runs the installed Lighthouse, which is not a dependency of the project. */
async function lighthouse(url: string, flags: object, config?: object): Promise<unknown> {
  const file = join(WORK, 'lighthouse/node_modules/lighthouse/core/index.js');
  const module: unknown = await import(pathToFileURL(file).href);
  const run = lighthouseModule.parse(module).default;
  return run(url, { logLevel: 'error', ...flags }, config);
}

/** Loads a page on an emulated slow phone: 150 ms latency, 1.6 Mbit/s, a processor four times slower. */
export async function paintOnPhone(port: number, url: string): Promise<Paint> {
  const { lhr } = metricsResult.parse(
    await lighthouse(url, {
      port,
      onlyCategories: ['performance'],
      throttlingMethod: 'devtools',
      throttling: {
        requestLatencyMs: SLOW_LINE.latencyMs,
        downloadThroughputKbps: (SLOW_LINE.bytesPerSecond * 8) / 1024,
        uploadThroughputKbps: 750,
        cpuSlowdownMultiplier: 4,
      },
    }),
  );
  return {
    firstContentfulPaintMs: lhr.audits['first-contentful-paint'].numericValue,
    largestContentfulPaintMs: lhr.audits['largest-contentful-paint'].numericValue,
    layoutShift: lhr.audits['cumulative-layout-shift'].numericValue,
    blockingTimeMs: lhr.audits['total-blocking-time'].numericValue,
  };
}

/** The four scores of a page with Lighthouse's settings for a phone or a desktop. */
export async function scores(port: number, url: string, form: 'phone' | 'desktop'): Promise<Scores> {
  const config =
    form === 'phone'
      ? undefined
      : {
          extends: 'lighthouse:default',
          settings: {
            formFactor: 'desktop',
            screenEmulation: {
              mobile: false,
              width: 1350,
              height: 940,
              deviceScaleFactor: 1,
              disabled: false,
            },
            throttling: { rttMs: 40, throughputKbps: 10_240, cpuSlowdownMultiplier: 1 },
            emulatedUserAgent: false,
          },
        };
  const { lhr } = scoresResult.parse(await lighthouse(url, { port, onlyCategories: CATEGORIES }, config));
  return Object.fromEntries(
    CATEGORIES.map((name) => [name, Math.round(lhr.categories[name].score * 100)]),
  ) as Scores;
}
