/** The package formats of learning systems. */
export const PACKAGE_FORMATS = ['scorm-1.2', 'scorm-2004', 'cmi5'] as const;
export type PackageFormat = (typeof PACKAGE_FORMATS)[number];

export const FORMAT_NAME: Record<PackageFormat, string> = {
  'scorm-1.2': 'SCORM 1.2',
  'scorm-2004': 'SCORM 2004, 4th edition',
  cmi5: 'cmi5',
};

/** The manifest file at the root of a package. */
export const MANIFEST_NAME: Record<PackageFormat, string> = {
  'scorm-1.2': 'imsmanifest.xml',
  'scorm-2004': 'imsmanifest.xml',
  cmi5: 'cmi5.xml',
};

export const isPackageFormat = (text: string | undefined): text is PackageFormat =>
  PACKAGE_FORMATS.some((format) => format === text);
