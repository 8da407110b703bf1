import chicago from './chicago-author-date.csl?raw';
import mla from './modern-language-association.csl?raw';
import { addCitationStyle } from '../citations.ts';

/**
 * Import this before citing in MLA or Chicago: the citation library brings APA alone. The two files are unchanged
 * styles of the Citation Style Language project (https://github.com/citation-style-language/styles, CC BY-SA 3.0).
 */
addCitationStyle('mla', mla);
addCitationStyle('chicago', chicago);
