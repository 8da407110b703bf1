/** A part of the speaker notes: something to do or to say. */
export interface Note {
  label: string;
  lines: string[];
}

/** The place of a slide in a session. */
export interface SlideBlock {
  id: string;
  /** Position in the guide, from 1. */
  number: number;
  title: string;
  /** Duration, such as "6 to 16 minutes". */
  minutes: string;
  /** End in the short session, in minutes from the start; undefined if it omits the block. */
  endsShort: number | undefined;
  /** End in the long session, in minutes from the start. */
  endsLong: number;
}

interface Common {
  /** Made from the ids of the content, so that links to the slide last as long as the content. */
  id: string;
  /** Label above the title: "Definition", "Question to the room". */
  label: string;
  /** The main point of the slide. */
  title: string;
  notes: Note[];
  /** Undefined if the guide plans no time for it. */
  block: SlideBlock | undefined;
}

export interface TextCell {
  text: string;
  /** Id of a side, "both", "neither", "right" or "wrong", shown as color in addition to the text. */
  tone?: string;
}

export interface SlidePicture {
  figure: string;
  alt: string;
}

/** A slide of a lesson, by kind. */
export type Slide = Common &
  (
    | { kind: 'cover'; summary: string }
    /** Only a title, with an optional line below it. */
    | { kind: 'statement'; text: string | undefined }
    | { kind: 'definition'; definition: string }
    /** `from` is the number of the first point, or what options have, letters; undefined for unnumbered points. */
    | { kind: 'points'; points: string[]; from: number | 'letters' | undefined }
    /** `named`: whether the first cell of a row is its header. */
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

/** The texts that the audience sees on a slide, to count its words. */
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
