// Which rows are selected, by transaction number. A row counts as the same after a reload only if its arrival is.

export class Selection {
  #arrivals = new Map();
  #before = new Map();
  /** The key of the entry at which a range begins. */
  anchor = null;

  has(row) {
    return this.#arrivals.get(row.transactionNumber) === row.arrivalId;
  }

  get size() {
    return this.#arrivals.size;
  }

  get numbers() {
    return [...this.#arrivals.keys()];
  }

  /** Rows for the server, in the order of the list. */
  asRows(list) {
    return this.rowsOf(list.rows.filter(row => this.has(row)));
  }

  /** Rows for the server, selected or not. */
  rowsOf(rows) {
    return rows.map(({ transactionNumber, arrivalId }) => ({ transactionNumber, arrivalId }));
  }

  set(rows, selected) {
    for (const row of rows) {
      if (selected)
        this.#arrivals.set(row.transactionNumber, row.arrivalId);
      else
        this.#arrivals.delete(row.transactionNumber);
    }
  }

  /** Selects all of them, or none where all were. */
  toggle(rows) {
    this.set(rows, !rows.every(row => this.has(row)));
  }

  clear() {
    this.#arrivals.clear();
  }

  /** From here a range may be drawn; what is selected now stays. */
  startAt(key) {
    this.anchor = key;
    this.#before = new Map(this.#arrivals);
  }

  /** Selects a range in addition to what was selected at its start. */
  range(rows) {
    this.#arrivals = new Map(this.#before);
    this.set(rows, true);
  }

  /** Forgets the rows that are gone, or came back as another arrival. */
  keepOnly(list) {
    for (const [number, arrivalId] of this.#arrivals) {
      if (list.byNumber.get(number)?.arrivalId !== arrivalId)
        this.#arrivals.delete(number);
    }
    this.#before = new Map(this.#arrivals);
  }
}
