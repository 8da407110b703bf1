/** The parts of `<personal-data>` that its steps need. */
export interface Panel {
  /** A button by its `data-do`. */
  button(name: string): HTMLButtonElement;
  /** A question with its buttons, by its `data-ask`. */
  ask(name: string): HTMLElement;
  /** Says what was done or refused, and takes the focus there where its place is gone. */
  say(words: string, focus?: 'focus'): void;
}
