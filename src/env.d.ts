declare namespace App {
  interface Locals {
    /** The lesson whose MDX is being rendered, for the components that it names. */
    lesson?: import('./course/types.ts').Lesson;
    /** The events of the entry whose MDX is being rendered, if it is no lesson. */
    timeline?: import('./course/types.ts').TimelineEvent[];
  }
}
