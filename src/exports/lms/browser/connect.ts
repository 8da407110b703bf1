import { readLaunch } from '../cmi5.ts';
import type { PackageFormat } from '../formats.ts';
import { SCORM_12, SCORM_2004 } from '../scorm.ts';
import { Cmi5Session } from './cmi5-session.ts';
import { awaitApi } from './find-api.ts';
import type { LmsSession } from './lms-session.ts';
import { ScormSession } from './scorm-session.ts';

/** Connects to the learning system that opened the page; undefined if there is none. */
export async function connect(format: PackageFormat): Promise<LmsSession | undefined> {
  if (format === 'cmi5') {
    const launch = readLaunch(location.search);
    return launch && new Cmi5Session(launch);
  }
  const model = format === 'scorm-1.2' ? SCORM_12 : SCORM_2004;
  const api = await awaitApi(model.api);
  return api && new ScormSession(api, model);
}
