/** Where to report a weakness of this copy of the site ("mailto:...", "https://..."); undefined where its maker did not say. */
export const securityContact = (): string | undefined => {
  const contact = process.env['SECURITY_CONTACT'] ?? '';
  return contact === '' ? undefined : contact;
};
