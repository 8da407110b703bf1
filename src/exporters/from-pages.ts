import type { PageExporter } from './exporter.ts';
import { handout, workbook } from './handouts.ts';

/** Every exporter that works from built pages; a new one is added here. */
export const PAGE_EXPORTERS: readonly PageExporter[] = [handout, workbook];
