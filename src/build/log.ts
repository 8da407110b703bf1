/** Build log of one step. */
export interface Log {
  info(text: string): void;
  warn(text: string): void;
}
