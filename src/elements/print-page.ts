import { button } from './controls.ts';

/** `<print-page>`: a button that prints the page; without JavaScript the browser's menu does. */
class PrintPage extends HTMLElement {
  connectedCallback(): void {
    if (this.childElementCount > 0) return;
    this.append(
      button('Print this page', () => {
        print();
      }),
    );
  }
}

customElements.define('print-page', PrintPage);
