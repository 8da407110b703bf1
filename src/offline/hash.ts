/** Length of a hash: enough to tell two versions of a file apart. */
const LENGTH = 12;

/** The start of a file's SHA-256, used by the build and the browser. */
export async function hashOf(content: BufferSource): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return [...bytes]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, LENGTH);
}
