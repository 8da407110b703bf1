import { cacheName } from '../paths.ts';

/**
 * `<kept-sign hidden>` after the link to offline reading: becomes visible on pages that are stored on this device.
 */
class KeptSign extends HTMLElement {
  async connectedCallback(): Promise<void> {
    try {
      const cached = await caches.match(location.origin + location.pathname, {
        cacheName: cacheName(import.meta.env.BASE_URL),
      });
      this.hidden = cached === undefined;
    } catch {
      // No Cache API: the address is not secure, or storage is blocked.
    }
  }
}

customElements.define('kept-sign', KeptSign);
