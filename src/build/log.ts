/** Where a step of the build says what it did. */
export interface Log {
  info(text: string): void;
  warn(text: string): void;
}
