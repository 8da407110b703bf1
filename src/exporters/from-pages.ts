import type { PageExporter } from './exporter.ts';
import { PACKAGE_EXPORTERS } from './lms/packages.ts';

/** Every exporter that works from built pages; a new one is added here. */
export const PAGE_EXPORTERS: readonly PageExporter[] = [...PACKAGE_EXPORTERS];
