/**
 * The notes of a text (`Notes.astro`): the definition of a term, which its link describes, and the receipt of a fact,
 * which its button opens. In the margin they are always seen, and marked while one points at their word or has it in
 * focus; a receipt's button leads to its note. Without a margin, a pointer or the focus on a term shows its definition,
 * which stays while one points at it, goes with Escape and follows its word; a tap opens a note in place.
 */
const WORDS = 'a.term, button.receipt';
let shown: { word: Element; note: HTMLElement } | undefined;
/** The timer that hides what is shown, unless the pointer comes onto it in time. */
let leaving: ReturnType<typeof setTimeout> | undefined;

const wordOf = ({ target }: Event): Element | null =>
  target instanceof Element ? target.closest(WORDS) : null;

function noteOf(word: Element | null): HTMLElement | null {
  const id = word?.getAttribute('popovertarget') ?? word?.getAttribute('aria-describedby');
  return document.getElementById(id ?? '');
}

const isPopover = (note: HTMLElement): boolean => note.matches(':popover-open');
const isInMargin = (note: HTMLElement): boolean => getComputedStyle(note).float !== 'none';

/** Puts a definition right below its word, or above it if there is no room, with no gap that a pointer has to cross. */
function place(): void {
  if (shown === undefined || !isPopover(shown.note)) return;
  const { word, note } = shown;
  const at = word.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.left, innerWidth - note.offsetWidth - 8));
  const top = at.bottom + note.offsetHeight > innerHeight ? at.top - note.offsetHeight : at.bottom;
  Object.assign(note.style, { margin: '0', left: `${left}px`, top: `${Math.max(8, top)}px` });
}

function hide(): void {
  if (shown === undefined) return;
  const { note } = shown;
  shown = undefined;
  note.classList.remove('lit');
  note.style.cssText = '';
  if (isPopover(note)) note.hidePopover();
}

function show(word: Element | null): void {
  const note = noteOf(word);
  if (word === null || note === null || shown?.note === note) return;
  hide();
  shown = { word, note };
  if (isInMargin(note)) note.classList.add('lit');
  else if (word.matches('a') && !note.classList.contains('open')) {
    note.showPopover();
    place();
  }
}

function setOpen(word: Element, note: HTMLElement, open: boolean): void {
  note.classList.toggle('open', open);
  if (word.matches('button')) word.ariaExpanded = String(open);
}

/** The note that an event is in, in the margin. */
const marginOf = ({ target }: Event): HTMLElement | null => {
  const note = target instanceof Element ? target.closest<HTMLElement>('.margin') : null;
  return note !== null && isInMargin(note) ? note : null;
};

const namerOf = ({ id }: Element): HTMLElement | null =>
  document.querySelector(`[popovertarget="${id}"], [aria-describedby="${id}"]`);

document.addEventListener('pointerover', (event) => {
  if (event.pointerType !== 'mouse') return;
  clearTimeout(leaving);
  if (shown?.note.contains(event.target as Node)) return;
  const margin = marginOf(event);
  const word = margin === null ? wordOf(event) : namerOf(margin);
  if (word !== null) show(word);
  else if (document.activeElement !== shown?.word) leaving = setTimeout(hide, 200);
});
document.addEventListener('focusin', (event) => {
  clearTimeout(leaving);
  const margin = marginOf(event);
  const word = margin === null ? wordOf(event) : namerOf(margin);
  if (margin !== null || word?.matches(':focus-visible')) show(word);
  else hide();
});
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  const at = document.activeElement?.closest('.margin');
  if (at != null) namerOf(at)?.focus();
  hide();
  for (const note of document.querySelectorAll<HTMLElement>('.margin.open')) {
    const word = namerOf(note);
    if (word !== null) setOpen(word, note, false);
  }
});
document.addEventListener('click', (event) => {
  const word = wordOf(event);
  const note = noteOf(word);
  if (word === null || note === null) return;
  const isOpen = note.classList.contains('open');
  const inMargin = isInMargin(note);
  // The first tap on a term opens its definition, the second follows its link.
  if (word.matches('a') && ((event as PointerEvent).pointerType !== 'touch' || isOpen || inMargin)) return;
  event.preventDefault();
  if (inMargin) {
    note.tabIndex = -1;
    note.focus();
    return;
  }
  hide();
  setOpen(word, note, !isOpen);
});
addEventListener('scroll', place, { passive: true });

export {};
