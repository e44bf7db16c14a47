// How somebody likes a screen: sort order, columns, widths, folded groups, sounds. The server keeps it for each user, so that it follows them to another desk.

import { putJson } from "./net.js";
import { sayFailure } from "./status.js";
import { words } from "./words.js";

const pause = 400;

export class View {
  /** {name, down} or null for the list's own order. */
  sort = null;
  /** By column name: true for shown, false for hidden; a column that is not named gives way by itself where the window is narrow. */
  shown = {};
  /** By column name, in signs. */
  widths = {};
  /** By group key: true for folded; a group that is not named stands as the list has it. */
  folded = {};
  sounds = false;
  #url;
  #token;
  #due = null;
  // Only one is under way, as a later one might overtake it and then be overwritten.
  #sent = Promise.resolve();
  // A page that was asked for before the server had answered does not hold what was sent: then this tab's own account counts.
  #item;

  constructor({ name, token, user, view }) {
    [this.#url, this.#token, this.#item] = [`/screens/${name}/view`, token, `likes of ${user} at ${name}`];
    const { text, answered = Infinity } = this.#account;
    const counts = text !== undefined && answered >= performance.timeOrigin;
    Object.assign(this, JSON.parse(counts ? text : view));
    if (counts)
      this.save();
    window.addEventListener("pagehide", () => this.#send());
  }

  /** Has it kept soon, as a width that is drawn changes many times a second. */
  save() {
    this.#account = { text: this.#text };
    clearTimeout(this.#due);
    this.#due = setTimeout(() => {
      this.#sent = this.#sent.then(() => this.#send());
    }, pause);
  }

  /** As the screen was at first. */
  reset() {
    Object.assign(this, { sort: null, shown: {}, widths: {}, folded: {} });
    this.save();
  }

  async #send() {
    if (this.#due === null)
      return;
    clearTimeout(this.#due);
    this.#due = null;
    const text = this.#text;
    const answer = await putJson(this.#url, this.#token, JSON.parse(text), words.viewUnreachable);
    if (answer.failure !== undefined)
      sayFailure(answer);
    if (!answer.unreachable && !answer.expired && this.#account.text === text)
      this.#account = { text, answered: Date.now() };
  }

  /** {text, answered}: what was liked last in this tab, and when the server answered to it. */
  get #account() {
    return JSON.parse(sessionStorage.getItem(this.#item) ?? "{}");
  }

  set #account(account) {
    sessionStorage.setItem(this.#item, JSON.stringify(account));
  }

  get #text() {
    const { sort, shown, widths, folded, sounds } = this;
    return JSON.stringify({ sort, shown, widths, folded, sounds });
  }
}
