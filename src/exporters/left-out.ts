/** Variable in which a build notes the exporters that cannot work on this machine. */
const NOTE = 'EXPORTS_LEFT_OUT';

/** Notes them, before any page is made: no page then offers their files. */
export function leaveOut(ids: readonly string[]): void {
  process.env[NOTE] = ids.join();
}

/** Ids of the exporters that cannot work on this machine. */
export const leftOut = (): string[] => process.env[NOTE]?.split(',') ?? [];
