import { escapeXml } from '../../utils/xml.ts';
import type { PackageFormat } from './formats.ts';

/** What a manifest says of a package. */
export interface PackageAbout {
  /** Lasting, and an XML name: "bb-momentum". */
  id: string;
  title: string;
  description: string;
  /** Address of what it carries on the site. */
  address: string;
  /** Score that passes, from 0 to 1; undefined where nobody passes or fails. */
  passing: number | undefined;
}

/** The page that a learning system opens. */
export const START = 'index.html';

const percent = (score: number): number => Math.round(score * 100);

const fileList = (files: readonly string[]): string =>
  files.map((file) => `      <file href="${escapeXml(encodeURI(file))}"/>`).join('\n');

/**
 * Manifest of SCORM 1.2: one organization, one item, one SCO. It names no schema files, because a system that looks
 * for them beside it would miss them.
 */
function scorm12({ id, title, passing }: PackageAbout, files: readonly string[]): string {
  const mastery =
    passing === undefined ? '' : `\n        <adlcp:masteryscore>${percent(passing)}</adlcp:masteryscore>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${id}" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="${id}-org">
    <organization identifier="${id}-org">
      <title>${escapeXml(title)}</title>
      <item identifier="${id}-item" identifierref="${id}-sco" isvisible="true">
        <title>${escapeXml(title)}</title>${mastery}
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="${id}-sco" type="webcontent" adlcp:scormtype="sco" href="${START}">
${fileList(files)}
    </resource>
  </resources>
</manifest>
`;
}

/** Manifest of SCORM 2004, 4th edition: the same, with what the page reports taken as it is. */
function scorm2004({ id, title, passing }: PackageAbout, files: readonly string[]): string {
  const objective =
    passing === undefined
      ? ''
      : `
          <imsss:objectives>
            <imsss:primaryObjective objectiveID="${id}-passed" satisfiedByMeasure="true">
              <imsss:minNormalizedMeasure>${passing}</imsss:minNormalizedMeasure>
            </imsss:primaryObjective>
          </imsss:objectives>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${id}" version="1.0" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>2004 4th Edition</schemaversion>
  </metadata>
  <organizations default="${id}-org">
    <organization identifier="${id}-org">
      <title>${escapeXml(title)}</title>
      <item identifier="${id}-item" identifierref="${id}-sco" isvisible="true">
        <title>${escapeXml(title)}</title>
        <imsss:sequencing>${objective}
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>
      </item>
      <imsss:sequencing>
        <imsss:controlMode choice="true" flow="true"/>
      </imsss:sequencing>
    </organization>
  </organizations>
  <resources>
    <resource identifier="${id}-sco" type="webcontent" adlcp:scormType="sco" href="${START}">
${fileList(files)}
    </resource>
  </resources>
</manifest>
`;
}

/** Course structure of cmi5: one assignable unit. It lists no files. */
function cmi5({ title, description, address, passing }: PackageAbout): string {
  const text = (name: string, value: string): string =>
    `<${name}><langstring lang="en-US">${escapeXml(value)}</langstring></${name}>`;
  const words = `${text('title', title)}
    ${text('description', description)}`;
  const [moveOn, mastery] =
    passing === undefined ? ['Completed', ''] : ['CompletedAndPassed', ` masteryScore="${passing}"`];
  return `<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="${escapeXml(address)}#course">
    ${words}
  </course>
  <au id="${escapeXml(address)}" moveOn="${moveOn}"${mastery} launchMethod="AnyWindow">
    ${words}
    <url>${START}</url>
  </au>
</courseStructure>
`;
}

/** The manifest of a package with these files beside it. */
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
