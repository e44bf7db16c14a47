// How somebody likes a screen: sort order, columns, widths, sounds. Kept in this browser, for each user by itself.

export class View {
  /** {name, down} or null for the list's own order. */
  sort = null;
  /** By column name: true for shown, false for hidden; a column that is not named gives way by itself where the window is narrow. */
  shown = {};
  /** By column name, in signs. */
  widths = {};
  sounds = false;
  #key;

  constructor(user, screen) {
    this.#key = `view of ${screen} for ${user}`;
    try {
      Object.assign(this, JSON.parse(localStorage.getItem(this.#key)));
    } catch {
      // Somebody else's text under our key is as good as none.
      localStorage.removeItem(this.#key);
    }
  }

  save() {
    const { sort, shown, widths, sounds } = this;
    localStorage.setItem(this.#key, JSON.stringify({ sort, shown, widths, sounds }));
  }
}
