// The rows in their groups as they can be seen: folded groups hide theirs; filters and the find box hide what does not fit.

import { patronKey, sorted, together } from "./order.js";

export class List {
  groups = [];
  rows = [];
  byNumber = new Map();
  /** What can be seen, from top to bottom: {key, group, rows} for a group, {key, group, row, at, of} for a row. */
  entries = [];
  #content = null;
  #ordered = [];
  #sort = [-1, -1, false];
  #filters;
  #view;
  #codes = null;
  #patrons = new Map();
  #folded = new Set();
  #foldedInFind = new Set();
  #seenGroups = new Set();
  #attention = new Set();
  #find = "";

  constructor(filters, view) {
    [this.#filters, this.#view] = [filters, view];
  }

  take(content) {
    this.#content = content;
    this.groups = content.groups;
    this.#attention = new Set(content.groups.filter(group => group.attention).map(group => group.key));
    this.rows = content.rows;
    this.#codes = null;
    content.rows.forEach((row, index) => { row.index = index; });
    this.byNumber = new Map(content.rows.map(row => [row.transactionNumber, row]));
    this.#patrons = Map.groupBy(content.rows.filter(row => row.together !== undefined), patronKey);
    for (const group of content.groups) {
      if (!this.#seenGroups.has(group.key) && this.#isLikedFolded(group))
        this.#folded.add(group.key);
      this.#seenGroups.add(group.key);
    }
    this.#order();
  }

  get content() {
    return this.#content;
  }

  /** Sorts within the groups by a column; -1 for the list's own order. numberAt: the column of the transaction number. */
  sortBy(at, down, numberAt) {
    this.#sort = [at, numberAt, down];
    this.#order();
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
    this.refilter();
  }

  isFolded(group) {
    return this.#foldedNow.has(group.key);
  }

  /** Folds or unfolds a group from now on; while something is sought, for as long as that. */
  fold(group, folded) {
    if (folded)
      this.#foldedNow.add(group.key);
    else
      this.#foldedNow.delete(group.key);
    if (this.#find === "") {
      this.#view.folded[group.key] = folded;
      this.#view.save();
    }
    this.refilter();
  }

  /** Unfolds a group to show what was found in it. */
  unfold(group) {
    this.#foldedNow.delete(group.key);
    this.refilter();
  }

  foldAsLiked() {
    this.#folded = new Set(this.groups.filter(group => this.#isLikedFolded(group)).map(group => group.key));
    this.refilter();
  }

  get foldedKeys() {
    return [...this.#folded];
  }

  set foldedKeys(keys) {
    this.#folded = new Set(keys);
    this.#seenGroups = new Set(this.groups.map(group => group.key));
    this.refilter();
  }

  /** All rows of a group that filters and find box let through, folded or not. */
  rowsOf(group) {
    return this.rows.filter(row => row.group === group.key && this.#fits(row));
  }

  /** Whether a row stands under what needs attention. */
  needsAttention(row) {
    return this.#attention.has(row.group);
  }

  /** The rows of a row's patron in its group, itself among them, as far as filters and find box let them through. */
  patronOf(row) {
    return row.together === undefined ? [row] : this.#patrons.get(patronKey(row)).filter(each => this.#fits(each));
  }

  /** The rows whose number, code or cell is exactly this. */
  exactly(text) {
    const wanted = text.toLowerCase();
    const byNumber = /^\d{1,9}$/.test(wanted) ? this.byNumber.get(Number(wanted)) : undefined;
    if (byNumber !== undefined)
      return [byNumber];
    this.#codes ??= codesOf(this.rows);
    return this.#codes.get(wanted) ?? this.rows.filter(row => row.cells.some(cell => cell.length === text.length && cell.toLowerCase() === wanted));
  }

  indexOf(key) {
    return this.entries.findIndex(entry => entry.key === key);
  }

  get shownRows() {
    return this.entries.filter(entry => entry.row).map(entry => entry.row);
  }

  get isNarrowed() {
    return this.#find !== "" || this.#filters.any;
  }

  get hasFilters() {
    return this.#filters.any;
  }

  get foundCount() {
    return this.isNarrowed ? this.rows.filter(row => this.#fits(row)).length : this.rows.length;
  }

  #isLikedFolded(group) {
    return this.#view.folded[group.key] ?? group.folded;
  }

  get #foldedNow() {
    return this.#find === "" ? this.#folded : this.#foldedInFind;
  }

  #fits(row) {
    if (!this.#filters.fits(row))
      return false;
    if (this.#find === "")
      return true;
    row.text ??= [...row.cells, ...row.codes ?? []].join("\n").toLowerCase();
    return row.text.includes(this.#find);
  }

  #order() {
    const [at, numberAt, down] = this.#sort;
    this.#ordered = together(at < 0 || this.#content === null ? this.rows : sorted(this.rows, this.#content, at, numberAt, down));
    this.refilter();
  }

  /** Draws up the entries anew after the filters have changed. */
  refilter() {
    const byGroup = new Map(this.groups.map(group => [group.key, []]));
    for (const row of this.#ordered) {
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
        rows.forEach((row, at) => this.entries.push({ key: `row ${row.transactionNumber}`, group, row, at: at + 1, of: rows.length, place: placeOf(rows, at) }));
    }
  }
}

/** What tells a group's title from the others': "Notification method: Phone" is "Phone". */
export const shortTitle = group => group.title.split(": ").at(-1);

// Where a row stands among those of its patron: first of several, one after it, or alone.
function placeOf(rows, at) {
  const key = patronKey(rows[at]);
  if (key === null)
    return "alone";
  if (at > 0 && patronKey(rows[at - 1]) === key)
    return "more";
  return at + 1 < rows.length && patronKey(rows[at + 1]) === key ? "first" : "alone";
}

function codesOf(rows) {
  const codes = new Map();
  for (const row of rows) {
    for (const code of row.codes ?? []) {
      const known = codes.get(code.toLowerCase());
      if (known === undefined)
        codes.set(code.toLowerCase(), [row]);
      else
        known.push(row);
    }
  }
  return codes;
}
