import Claim from './Claim.astro';
import H3 from './H3.astro';
import Heading from './Heading.astro';
import Notes from './Notes.astro';
import Term from './Term.astro';

/** The components that every text may name. Apart from those of lessons, whose style sheets no other text needs. */
export const textComponents = { Claim, Term, Notes };
/** Those of a text with headings. */
export const pageComponents = { ...textComponents, h2: Heading, h3: H3 };
