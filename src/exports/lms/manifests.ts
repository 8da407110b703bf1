import { element, xmlDocument, type Markup } from '../../utils/xml.ts';
import type { PackageFormat } from './package-choice.ts';

export interface PackageAbout {
  /** Lasting, and an XML name: "bb-momentum". */
  id: string;
  title: string;
  description: string;
  /** Address of the lesson or course on the site. */
  address: string;
  /** Passing score, from 0 to 1; undefined if there is none. */
  passing: number | undefined;
}

/** The page that a learning system opens. */
export const START = 'index.html';

const percent = (score: number): string => String(Math.round(score * 100));

/** The differences between the two versions of SCORM. */
interface ScormVersion {
  namespaces: Readonly<Record<string, string>>;
  schemaVersion: string;
  /** Name of the attribute that makes a resource a SCO. */
  scoAttribute: string;
  item: Markup | undefined;
  organization?: Markup;
}

/**
 * A SCORM manifest: one organization, one item, one SCO. It references no schema files, because the package does not
 * contain them and some systems would look for them.
 */
const scormManifest = (
  { id, title }: PackageAbout,
  files: readonly string[],
  { namespaces, schemaVersion, scoAttribute, item, organization }: ScormVersion,
): string =>
  xmlDocument(
    element(
      'manifest',
      { identifier: id, version: '1.0', ...namespaces },
      element('metadata', element('schema', 'ADL SCORM'), element('schemaversion', schemaVersion)),
      element(
        'organizations',
        { default: `${id}-org` },
        element(
          'organization',
          { identifier: `${id}-org` },
          element('title', title),
          element(
            'item',
            { identifier: `${id}-item`, identifierref: `${id}-sco`, isvisible: 'true' },
            element('title', title),
            item,
          ),
          organization,
        ),
      ),
      element(
        'resources',
        element(
          'resource',
          { identifier: `${id}-sco`, type: 'webcontent', [scoAttribute]: 'sco', href: START },
          ...files.map((file) => element('file', { href: encodeURI(file) })),
        ),
      ),
    ),
  );

const scorm12 = (about: PackageAbout, files: readonly string[]): string =>
  scormManifest(about, files, {
    namespaces: {
      xmlns: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
      'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
    },
    schemaVersion: '1.2',
    scoAttribute: 'adlcp:scormtype',
    item: about.passing === undefined ? undefined : element('adlcp:masteryscore', percent(about.passing)),
  });

/** SCORM 2004, 4th edition. The system takes status and score as the page reports them. */
const scorm2004 = (about: PackageAbout, files: readonly string[]): string =>
  scormManifest(about, files, {
    namespaces: {
      xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1',
      'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
      'xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
    },
    schemaVersion: '2004 4th Edition',
    scoAttribute: 'adlcp:scormType',
    item: element(
      'imsss:sequencing',
      about.passing === undefined
        ? undefined
        : element(
            'imsss:objectives',
            element(
              'imsss:primaryObjective',
              { objectiveID: `${about.id}-passed`, satisfiedByMeasure: 'true' },
              element('imsss:minNormalizedMeasure', String(about.passing)),
            ),
          ),
      element('imsss:deliveryControls', { completionSetByContent: 'true', objectiveSetByContent: 'true' }),
    ),
    organization: element('imsss:sequencing', element('imsss:controlMode', { choice: 'true', flow: 'true' })),
  });

/** Course structure of cmi5: one assignable unit. It lists no files. */
function cmi5({ title, description, address, passing }: PackageAbout): string {
  const text = (name: string, value: string): Markup =>
    element(name, element('langstring', { lang: 'en-US' }, value));
  const words = [text('title', title), text('description', description)];
  return xmlDocument(
    element(
      'courseStructure',
      { xmlns: 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd' },
      element('course', { id: `${address}#course` }, ...words),
      element(
        'au',
        {
          id: address,
          moveOn: passing === undefined ? 'Completed' : 'CompletedAndPassed',
          masteryScore: passing === undefined ? undefined : String(passing),
          launchMethod: 'AnyWindow',
        },
        ...words,
        element('url', START),
      ),
    ),
  );
}

/** The manifest of a package that contains these files. */
export function manifest(format: PackageFormat, about: PackageAbout, files: readonly string[]): string {
  switch (format) {
    case 'scorm-1.2':
      return scorm12(about, files);
    case 'scorm-2004':
      return scorm2004(about, files);
    case 'cmi5':
      return cmi5(about);
  }
}
