import { isPackageFormat } from '../lib/lms/formats.ts';
import { place } from './place.ts';

/**
 * `<package-builder data-parts data-site>` around a form: makes a package of the chosen lessons on the reader's device,
 * from the parts at `data-parts`. Nothing is sent. `data-site` is the address that the site is published at.
 */
class PackageBuilder extends HTMLElement {
  connectedCallback(): void {
    const form = place<HTMLFormElement>(this, 'form');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#make(new FormData(form));
    });
  }

  #say(message: string): void {
    place(this, '[role="status"]').textContent = message;
  }

  async #make(data: FormData): Promise<void> {
    const lessons = data.getAll('lesson').map(String);
    const format = String(data.get('format'));
    const title = String(data.get('title')).trim();
    if (lessons.length === 0) {
      this.#say('Choose at least one lesson.');
      place<HTMLInputElement>(this, '[name="lesson"]').focus();
      return;
    }
    if (title === '') {
      this.#say('Give the package a title.');
      place<HTMLInputElement>(this, '[name="title"]').focus();
      return;
    }
    if (!isPackageFormat(format)) return;
    const passing = Number(data.get('passing'));
    this.#say('Making the package …');
    try {
      const { makePackage } = await import('./package-builder/make-package.ts');
      const choice = { format, title, lessons, passing: passing > 0 ? passing / 100 : undefined };
      const { name, bytes } = await makePackage(
        this.dataset['parts'] ?? '',
        choice,
        this.dataset['site'] ?? '',
      );
      this.#say(
        `${name} is made: ${Math.ceil(bytes / 1000)} kB. Upload it to your learning system as it is.`,
      );
    } catch (error) {
      this.#say(
        error instanceof RangeError
          ? error.message
          : 'The package could not be made. Check the connection and try again.',
      );
    }
  }
}

customElements.define('package-builder', PackageBuilder);
