import { cacheName } from '../paths.ts';

/**
 * `<kept-sign hidden>` behind the link to offline reading: shows itself on a page that this device keeps. Nothing shows
 * where nothing was asked for, or where a browser does not say.
 */
class KeptSign extends HTMLElement {
  async connectedCallback(): Promise<void> {
    try {
      const kept = await caches.match(location.origin + location.pathname, {
        cacheName: cacheName(import.meta.env.BASE_URL),
      });
      this.hidden = kept === undefined;
    } catch {
      // No caches at an address that is not secure, or with blocked storage.
    }
  }
}

customElements.define('kept-sign', KeptSign);
