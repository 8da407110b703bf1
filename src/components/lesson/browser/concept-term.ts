/**
 * `<concept-term>` around a link and its definition: shows the definition on hover and focus, and on the first
 * tap (the second follows the link). Escape closes it. Without JavaScript the link is a plain link.
 */
class ConceptTerm extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    const note = this.querySelector<HTMLElement>('[popover]');
    if (link === null || note === null || !('popover' in note)) return;
    link.setAttribute('aria-describedby', note.id);
    const isOpen = (): boolean => note.matches(':popover-open');
    const show = (): void => {
      if (isOpen()) return;
      note.showPopover();
      position(note, link);
    };
    const hide = (): void => {
      if (isOpen()) note.hidePopover();
    };
    this.addEventListener('pointerenter', (event) => {
      if (event.pointerType === 'mouse') show();
    });
    this.addEventListener('pointerleave', (event) => {
      if (event.pointerType === 'mouse') hide();
    });
    link.addEventListener('focus', () => {
      if (link.matches(':focus-visible')) show();
    });
    link.addEventListener('blur', hide);
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') hide();
    });
    link.addEventListener('click', (event) => {
      if ((event as PointerEvent).pointerType !== 'touch' || isOpen()) return;
      event.preventDefault();
      show();
    });
  }
}

/** Positions a popover below its anchor and inside the window, or above the anchor if there is no room below. */
function position(note: HTMLElement, anchor: Element): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = note;
  const left = Math.max(8, Math.min(at.left, innerWidth - width - 8));
  const below = at.bottom + 4;
  const top = below + height > innerHeight ? Math.max(8, at.top - height - 4) : below;
  Object.assign(note.style, { position: 'fixed', margin: '0', left: `${left}px`, top: `${top}px` });
}

customElements.define('concept-term', ConceptTerm);
