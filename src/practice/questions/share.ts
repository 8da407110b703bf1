import { cardSchema, type Card } from './card.ts';

/** Prefix of a card in a link's fragment, which never reaches a server. */
export const CARD_FRAGMENT = '#card=';
/** More than the longest card needs; anything longer was not made here. */
const LONGEST_FRAGMENT = 40_000;

const BASE64URL = /^[A-Za-z0-9_-]+$/;

/** A card as the fragment of a link. */
export function cardFragment({ title, questions }: Card): string {
  const bytes = new TextEncoder().encode(
    JSON.stringify({ title, questions: questions.map(({ side, text }) => ({ side, text })) }),
  );
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return CARD_FRAGMENT + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Reads the card in a link's fragment; undefined when invalid. The fragment is untrusted. */
export function cardFromFragment(fragment: string): Card | undefined {
  const code = fragment.slice(CARD_FRAGMENT.length);
  if (!fragment.startsWith(CARD_FRAGMENT) || fragment.length > LONGEST_FRAGMENT || !BASE64URL.test(code))
    return undefined;
  try {
    const binary = atob(code.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    const card = cardSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    return card.questions.length > 0 ? card : undefined;
  } catch {
    return undefined;
  }
}
