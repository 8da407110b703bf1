/** A part of the notes: what the speaker does, or what they can say. */
export interface Note {
  label: string;
  lines: string[];
}

/** The place of a slide in a session. */
export interface SlideBlock {
  id: string;
  /** Place in the guide, from 1. */
  number: number;
  title: string;
  /** "6 to 16 minutes" */
  minutes: string;
  /** Minutes from the start by which it ends in the short session; undefined where that leaves it out. */
  endsShort: number | undefined;
  /** The same in the long one. */
  endsLong: number;
}

interface Common {
  /** Lasting as long as its content is there: it is made of the content's own ids. */
  id: string;
  /** What stands above the title: "Definition", "Question to the room". */
  label: string;
  /** The one thing that the slide says. */
  title: string;
  notes: Note[];
  /** Undefined where a guide gives no time to it. */
  block: SlideBlock | undefined;
}

export interface TextCell {
  text: string;
  /** The id of a side, "both", "right" or "wrong", where color says it too; words always say it. */
  tone?: string;
}

export interface SlidePicture {
  figure: string;
  alt: string;
}

/** A slide of a lesson, of one of few kinds. */
export type Slide = Common &
  (
    | { kind: 'cover'; summary: string }
    /** A title that stands alone, with a line below it where there is more to say. */
    | { kind: 'statement'; text: string | undefined }
    | { kind: 'definition'; definition: string }
    /** `from` is the number of the first; undefined where the points have none. */
    | { kind: 'points'; points: string[]; from: number | undefined }
    /** `named`: the first cell of a row is its heading. */
    | { kind: 'table'; columns: TextCell[]; rows: TextCell[][]; caption: string; named: boolean }
    | { kind: 'figure'; picture: SlidePicture }
    | { kind: 'if-then'; if: string; then: string }
    | { kind: 'last'; address: string; credit: string }
  );

export type SlideKind = Slide['kind'];

/** The slides of a lesson in the order of its session. */
export interface Deck {
  /** Id of the lesson. */
  lesson: string;
  title: string;
  number: number;
  updated: Date;
  slides: Slide[];
}

/** What a slide says to the room, for counting its words. */
export function wordsOf(slide: Slide): string[] {
  const own = ((): string[] => {
    switch (slide.kind) {
      case 'cover':
        return [slide.summary];
      case 'statement':
        return slide.text === undefined ? [] : [slide.text];
      case 'definition':
        return [slide.definition];
      case 'points':
        return slide.points;
      case 'table':
        return [...slide.columns, ...slide.rows.flat()].map(({ text }) => text);
      case 'figure':
        return [];
      case 'if-then':
        return [slide.if, slide.then];
      case 'last':
        return [slide.credit];
    }
  })();
  return [slide.title, ...own].flatMap((text) => text.split(/\s+/)).filter((word) => word !== '');
}
