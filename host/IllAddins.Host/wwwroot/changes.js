// What others change meanwhile: asked for now and then, said beside the counts, and never moved under somebody's hand.

import { getJson } from "./net.js";
import { words } from "./words.js";

const every = 20_000;
const least = 2_000;
// Asking for ever would keep the session of somebody who has gone home.
const awake = 15 * 60_000;

export class Changes {
  #url;
  #button;
  #list;
  #asked = 0;
  #touched = Date.now();

  constructor(url, button, list, refresh) {
    [this.#url, this.#button, this.#list] = [url, button, list];
    button.addEventListener("click", refresh);
    setInterval(() => this.#ask(), every);
    window.addEventListener("focus", () => this.#ask());
    for (const sign of ["pointerdown", "keydown"])
      document.addEventListener(sign, () => { this.#touched = Date.now(); }, { passive: true });
  }

  /** The list has been read: nothing has changed since. */
  took() {
    this.#asked = Date.now();
    this.#button.hidden = true;
  }

  async #ask() {
    const now = Date.now();
    if (document.hidden || now - this.#asked < least || now - this.#touched > awake || this.#list.content === null)
      return;
    this.#asked = now;
    const before = this.#list.content;
    const answer = await getJson(`${this.#url}&since=${before.change}`);
    if (this.#list.content !== before || answer.value === null)
      return;
    const count = answer.failure === undefined ? differences(before, answer.value) : 0;
    this.#button.hidden = answer.failure === undefined && count === 0;
    this.#button.textContent = answer.failure === undefined ? words.changes(count) : answer.expired ? words.staleSignedOut : answer.unreachable ? words.staleUnanswered : words.stale;
    if (count === 0 && answer.failure === undefined)
      before.change = answer.value.change;
  }
}

function differences(before, after) {
  const known = new Map(before.rows.map(row => [row.transactionNumber, row]));
  // How long something has waited grows by itself.
  const compared = before.numeric.map((_, at) => at).filter(at => before.times[at] === null || before.times[at].moments);
  let count = 0;
  for (const row of after.rows) {
    const was = known.get(row.transactionNumber);
    known.delete(row.transactionNumber);
    if (was === undefined || was.arrivalId !== row.arrivalId || was.group !== row.group || compared.some(at => was.cells[at] !== row.cells[at]))
      count++;
  }
  return count + known.size;
}
