// The rows in their groups as they can be seen: folded groups hide theirs, the find box hides what does not fit.

export class List {
  groups = [];
  rows = [];
  byNumber = new Map();
  /** What can be seen, from top to bottom: {key, group, rows} for a group, {key, group, row, at, of} for a row. */
  entries = [];
  #folded = new Set();
  #foldedInFind = new Set();
  #seenGroups = new Set();
  #find = "";

  take(content) {
    this.groups = content.groups;
    this.rows = content.rows;
    this.byNumber = new Map(content.rows.map(row => [row.transactionNumber, row]));
    for (const group of content.groups) {
      if (group.folded && !this.#seenGroups.has(group.key))
        this.#folded.add(group.key);
      this.#seenGroups.add(group.key);
    }
    this.#rebuild();
  }

  get find() {
    return this.#find;
  }

  set find(text) {
    const wanted = text.trim().toLowerCase();
    if (wanted === this.#find)
      return;
    this.#find = wanted;
    this.#foldedInFind.clear();
    this.#rebuild();
  }

  isFolded(group) {
    return this.#foldedNow.has(group.key);
  }

  fold(group, folded) {
    if (folded)
      this.#foldedNow.add(group.key);
    else
      this.#foldedNow.delete(group.key);
    this.#rebuild();
  }

  get foldedKeys() {
    return [...this.#folded];
  }

  set foldedKeys(keys) {
    this.#folded = new Set(keys);
    this.#seenGroups = new Set(this.groups.map(group => group.key));
    this.#rebuild();
  }

  /** All rows of a group that the find box lets through, folded or not. */
  rowsOf(group) {
    return this.rows.filter(row => row.group === group.key && this.#fits(row));
  }

  indexOf(key) {
    return this.entries.findIndex(entry => entry.key === key);
  }

  get shownRows() {
    return this.entries.filter(entry => entry.row).map(entry => entry.row);
  }

  get foundCount() {
    return this.#find === "" ? this.rows.length : this.rows.filter(row => this.#fits(row)).length;
  }

  get #foldedNow() {
    return this.#find === "" ? this.#folded : this.#foldedInFind;
  }

  #fits(row) {
    if (this.#find === "")
      return true;
    row.text ??= row.cells.join("\n").toLowerCase();
    return row.text.includes(this.#find);
  }

  #rebuild() {
    const byGroup = new Map(this.groups.map(group => [group.key, []]));
    for (const row of this.rows) {
      if (this.#fits(row))
        byGroup.get(row.group).push(row);
    }
    this.entries = [];
    for (const group of this.groups) {
      const rows = byGroup.get(group.key);
      if (rows.length === 0 && this.#find !== "")
        continue;
      this.entries.push({ key: `group ${group.key}`, group, rows });
      if (!this.#foldedNow.has(group.key))
        rows.forEach((row, at) => this.entries.push({ key: `row ${row.transactionNumber}`, group, row, at: at + 1, of: rows.length }));
    }
  }
}

/** What tells a group's title from the others': "Notification method: Phone" is "Phone". */
export const shortTitle = group => group.title.split(": ").at(-1);
