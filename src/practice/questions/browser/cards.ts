import { idAt, addUnder } from '../../../storage/merge-both.ts';
import { mergeLatest } from '../../../storage/slice.ts';
import { questionCardsSlice, type KeptCard } from '../slice.ts';
import type { Card } from '../card.ts';
import { changeSlice, readSlice } from '../../../storage/browser/slices.ts';

/** The reader's cards, and the one that is open. */
export class Cards {
  /** Id of the open card; undefined while it is new and empty. */
  id: string | undefined = this.list()[0]?.[0];

  /** All cards, newest first. */
  list(): [id: string, card: KeptCard][] {
    return Object.entries(readSlice(questionCardsSlice)).sort(([, a], [, b]) => b.at.localeCompare(a.at));
  }

  /** Opens the newest card if the open one was deleted, as another tab may do. */
  leaveDeleted(): void {
    const cards = this.list();
    if (this.id !== undefined && !cards.some(([id]) => id === this.id)) this.id = cards[0]?.[0];
  }

  get open(): KeptCard {
    const stored = this.id === undefined ? undefined : readSlice(questionCardsSlice)[this.id];
    return stored ?? { title: '', questions: [], at: new Date().toISOString() };
  }

  /** Changes the open card; a new card gets its id. Returns whether it could be stored. */
  change(changed: Partial<KeptCard>): Promise<boolean> {
    const card = { ...this.open, ...changed, at: new Date().toISOString() };
    const { id } = this;
    if (id === undefined) return this.add(card);
    return this.#store((cards) => ({ ...cards, [id]: card }));
  }

  /** Adds a card and opens it. Returns whether it could be stored. */
  add(card: Card): Promise<boolean> {
    const at = new Date().toISOString();
    return this.#store((cards) => {
      const added = addUnder(cards, idAt('c', at), { ...card, at });
      this.id = added.id;
      return added.items;
    });
  }

  /** Deletes the open card and opens the newest of the others. Returns whether the change could be stored. */
  delete(): Promise<boolean> {
    const { id } = this;
    const stored = this.#store((cards) =>
      Object.fromEntries(Object.entries(cards).filter(([other]) => other !== id)),
    );
    this.id = this.list()[0]?.[0];
    return stored;
  }

  /** Merges the cards of this page with those in storage, which may be full or changed in another tab, and changes them. */
  #store(change: (cards: Record<string, KeptCard>) => Record<string, KeptCard>): Promise<boolean> {
    const here = readSlice(questionCardsSlice);
    return changeSlice(questionCardsSlice, (stored) => change(mergeLatest(stored, here)));
  }
}
