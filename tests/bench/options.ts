import { parseArgs } from 'node:util';
import type { Limit } from './measured-run.ts';
import { TOOLS, type Tool } from './tools.ts';

const PARTS = ['pages', 'search', 'build'] as const;
export type Part = (typeof PARTS)[number];

/** The options of the bench. */
export interface Options {
  parts: readonly Part[];
  sizes: readonly number[];
  /** The tools whose builds to measure; pages and search are always measured for all tools. */
  tools: readonly Tool[];
  runs: number;
  limit: Limit;
}

export const USAGE = `Usage: npm run bench -- [--only pages|search|build] [--sizes 12,100,1000,5000] [--runs 5]
                        [--tools ${TOOLS.map(({ id }) => id).join()}] [--minutes 15] [--gigabytes 4]`;

/** Parses the command line. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      sizes: { type: 'string', default: '12,100,1000,5000' },
      tools: { type: 'string' },
      runs: { type: 'string', default: '5' },
      minutes: { type: 'string', default: '15' },
      gigabytes: { type: 'string', default: '4' },
    },
  });
  const part = PARTS.find((name) => name === values.only);
  if (values.only !== undefined && part === undefined) {
    throw new Error(`--only is none of ${PARTS.join(', ')}: ${values.only}`);
  }
  return {
    parts: part === undefined ? PARTS : [part],
    sizes: values.sizes.split(',').map((size) => positive('sizes', size)),
    tools: values.tools === undefined ? TOOLS : values.tools.split(',').map(toolNamed),
    runs: positive('runs', values.runs),
    limit: {
      seconds: positive('minutes', values.minutes) * 60,
      bytes: positive('gigabytes', values.gigabytes) * 2 ** 30,
    },
  };
}

function positive(name: string, text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new Error(`--${name} is no whole number above 0: ${text}`);
}

function toolNamed(text: string): Tool {
  const tool = TOOLS.find(({ id }) => id === text);
  if (tool === undefined) throw new Error(`--tools has a name that is no tool's: ${text}`);
  return tool;
}
