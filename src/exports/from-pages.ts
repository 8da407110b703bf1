import { settings } from '../build/settings.ts';
import { epub } from './epub/epub.ts';
import type { PageExporter } from './exporter.ts';
import { handout, workbook } from './pdf/exporter.ts';
import { PACKAGE_EXPORTERS } from './lms/packages.ts';
import { stick } from './usb-zip/exporter.ts';

/** Every exporter that works from built pages; a new one is added here. */
export const PAGE_EXPORTERS: readonly PageExporter[] = [handout, workbook, epub, ...PACKAGE_EXPORTERS, stick];

/** Those that this build uses: all that can work on this machine, or none. */
export const availableExporters = (): readonly PageExporter[] =>
  settings.exports === 'none' ? [] : PAGE_EXPORTERS.filter(({ missing }) => missing?.() === undefined);

/** Why each of the others cannot work on this machine. */
export const unavailableExporters = (): { label: string; reason: string }[] =>
  PAGE_EXPORTERS.flatMap(({ label, missing }) => {
    const reason = missing?.();
    return reason === undefined ? [] : [{ label, reason }];
  });
