import { attributes, xml, xmlDocument, type Markup } from '../../utils/xml.ts';
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

/** The differences between the two versions of SCORM. */
interface ScormVersion {
  namespaces: Readonly<Record<string, string>>;
  schemaVersion: string;
  scoAttribute: string;
  item?: Markup | undefined;
  organization?: Markup;
}

/**
 * A SCORM manifest: one organization, one item, one SCO. It references no schema files, because the package does not
 * contain them and some systems would look for them.
 */
const scorm = (
  { id, title }: PackageAbout,
  files: readonly string[],
  { namespaces, schemaVersion, scoAttribute, item, organization }: ScormVersion,
): Markup => xml`<manifest identifier="${id}" version="1.0"${attributes(namespaces)}>
  <metadata><schema>ADL SCORM</schema><schemaversion>${schemaVersion}</schemaversion></metadata>
  <organizations default="${id}-org">
    <organization identifier="${id}-org">
      <title>${title}</title>
      <item identifier="${id}-item" identifierref="${id}-sco" isvisible="true"><title>${title}</title>${item}</item>
      ${organization}
    </organization>
  </organizations>
  <resources>
    <resource identifier="${id}-sco" type="webcontent"${attributes({ [scoAttribute]: 'sco' })} href="${START}">
      ${files.map((file) => xml`<file href="${encodeURI(file)}"/>`)}
    </resource>
  </resources>
</manifest>`;

const scorm12 = (about: PackageAbout, files: readonly string[]): Markup =>
  scorm(about, files, {
    namespaces: {
      xmlns: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
      'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
    },
    schemaVersion: '1.2',
    scoAttribute: 'adlcp:scormtype',
    item:
      about.passing === undefined
        ? undefined
        : xml`<adlcp:masteryscore>${String(Math.round(about.passing * 100))}</adlcp:masteryscore>`,
  });

/** SCORM 2004, 4th edition. The system takes status and score as the page reports them. */
const scorm2004 = (about: PackageAbout, files: readonly string[]): Markup =>
  scorm(about, files, {
    namespaces: {
      xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1',
      'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
      'xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
    },
    schemaVersion: '2004 4th Edition',
    scoAttribute: 'adlcp:scormType',
    item: xml`<imsss:sequencing>
      ${
        about.passing === undefined
          ? undefined
          : xml`<imsss:objectives>
            <imsss:primaryObjective objectiveID="${about.id}-passed" satisfiedByMeasure="true">
              <imsss:minNormalizedMeasure>${String(about.passing)}</imsss:minNormalizedMeasure>
            </imsss:primaryObjective>
          </imsss:objectives>`
      }
      <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
    </imsss:sequencing>`,
    organization: xml`<imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>`,
  });

/** Course structure of cmi5: one assignable unit. It lists no files. */
function cmi5({ title, description, address, passing }: PackageAbout): Markup {
  const words = xml`<title><langstring lang="en-US">${title}</langstring></title>
    <description><langstring lang="en-US">${description}</langstring></description>`;
  const masteryScore = passing === undefined ? undefined : String(passing);
  return xml`<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
    <course id="${address}#course">${words}</course>
    <au id="${address}" moveOn="${passing === undefined ? 'Completed' : 'CompletedAndPassed'}"${attributes({ masteryScore })} launchMethod="AnyWindow">
      ${words}
      <url>${START}</url>
    </au>
  </courseStructure>`;
}

const MANIFESTS = { 'scorm-1.2': scorm12, 'scorm-2004': scorm2004, cmi5 };

export const manifest = (format: PackageFormat, about: PackageAbout, files: readonly string[]): string =>
  xmlDocument(MANIFESTS[format](about, files));
