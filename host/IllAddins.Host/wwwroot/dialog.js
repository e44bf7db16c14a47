// Dialogs: the form of a command, and a question. A native <dialog> keeps the focus inside, gives it back and makes the page behind it inert.

import { button, element } from "./elements.js";
import { fieldElement, showProblems, valuesOf } from "./fields.js";
import { words } from "./words.js";

/**
 * Shows a form until it is sent or closed.
 * ask(values) and send(values) answer {value} or {failure}; offer: {question, file} where it is offered after another command. Resolves with what send answered last, or null where it was closed.
 */
export const fillIn = (form, ask, send, offer = null) => new FormDialog(form, ask, send, offer).shown;

/** Asks a question; resolves with true for yes. A file, if any, can be opened from within. */
export function confirm(question, yes, file) {
  const { dialog, buttons, body } = frame(question);
  body.append(...linkTo(file));
  return new Promise(resolve => {
    buttons.append(
      button(yes, "primary", { autofocus: "" }, () => dialog.close("yes")),
      button(words.notNow, "", {}, () => dialog.close()));
    dialog.addEventListener("close", () => { dialog.remove(); resolve(dialog.returnValue === "yes"); });
    dialog.showModal();
  });
}

const linkTo = file => file === null ? [] : [element("a", "", { href: file.url, target: "_blank", rel: "noopener" }, words.openFile(file.name))];

class FormDialog {
  #parts;
  #ask;
  #send;
  #offer;
  #asked = 0;
  #begun = "";
  #warned = false;
  #answer = null;
  #submit;
  #sending = false;

  constructor(form, ask, send, offer) {
    [this.#ask, this.#send, this.#offer] = [ask, send, offer];
    this.#parts = frame(form.title);
    const { dialog, body, buttons } = this.#parts;
    this.#submit = element("button", "primary", {}, form.submit);
    buttons.append(this.#submit, button(offer === null ? words.cancel : words.notNow, "", {}, () => this.#cancel()));
    this.#draw(form);
    this.#begun = this.#now;
    body.addEventListener("change", event => {
      if (event.target.dataset.asksAgain === "true")
        this.#askAgain();
    });
    dialog.querySelector("form").addEventListener("submit", event => { event.preventDefault(); this.#submitted(); });
    dialog.addEventListener("cancel", event => this.#leave(event));
    const leaving = new AbortController();
    addEventListener("beforeunload", event => {
      if (this.#now !== this.#begun)
        event.preventDefault();
    }, { signal: leaving.signal });
    this.shown = new Promise(resolve => dialog.addEventListener("close", () => { leaving.abort(); dialog.remove(); resolve(this.#answer); }));
    dialog.showModal();
    (body.querySelector("[data-kind]:not([type=hidden])") ?? this.#submit).focus();
  }

  get #now() {
    return JSON.stringify(valuesOf(this.#parts.body));
  }

  #draw(form) {
    const { body, title } = this.#parts;
    const active = document.activeElement?.name;
    title.textContent = this.#offer?.question ?? form.title;
    this.#submit.textContent = form.submit;
    this.#submit.disabled = form.refusal !== "";
    body.replaceChildren(...linkTo(this.#offer?.file ?? null), ...form.text === "" ? [] : [element("p", "dialog-text", {}, form.text)], ...form.fields.map(fieldElement));
    [...body.querySelectorAll("[data-kind]")].find(input => input.name === active)?.focus();
    this.#alert(form.refusal);
  }

  async #askAgain() {
    const turn = ++this.#asked;
    this.#parts.body.setAttribute("aria-busy", "true");
    this.#submit.disabled = true;
    const answer = await this.#ask(valuesOf(this.#parts.body));
    // A later change asks again by itself.
    if (turn !== this.#asked)
      return;
    this.#parts.body.removeAttribute("aria-busy");
    this.#submit.disabled = false;
    if (answer.failure !== undefined)
      this.#alert(answer.failure);
    else
      this.#draw(answer.value);
  }

  async #submitted() {
    if (this.#sending)
      return;
    const { dialog, body } = this.#parts;
    const said = this.#submit.textContent;
    this.#alert("");
    this.#submit.setAttribute("aria-busy", "true");
    this.#submit.textContent = words.busy;
    body.inert = true;
    this.#sending = true;
    const answer = await this.#send(valuesOf(body));
    this.#sending = false;
    body.inert = false;
    this.#submit.removeAttribute("aria-busy");
    this.#submit.textContent = said;
    if (answer.failure !== undefined) {
      this.#alert(answer.failure, answer.expired);
      return;
    }
    if (answer.value.fieldProblems !== undefined) {
      this.#alert([answer.value.message, ...showProblems(body, answer.value.fieldProblems)].join(" "));
      return;
    }
    this.#answer = answer;
    dialog.close();
  }

  // What is under way cannot be called back; its answer is to be seen.
  #cancel() {
    if (this.#sending)
      this.#alert(words.stillWorking);
    else
      this.#parts.dialog.close();
  }

  // Escape closes what nobody wrote in; else it says first what would be lost.
  #leave(event) {
    if (this.#sending) {
      event.preventDefault();
      this.#alert(words.stillWorking);
      return;
    }
    if (this.#now === this.#begun || this.#warned)
      return;
    event.preventDefault();
    this.#warned = true;
    this.#alert(words.wouldBeLost);
  }

  #alert(text, expired = false) {
    const { alert } = this.#parts;
    alert.hidden = text === "";
    alert.replaceChildren(text);
    if (expired)
      alert.append(" ", element("a", "", { href: "/sign-in", target: "_blank" }, words.signIn));
  }
}

function frame(heading) {
  const dialog = element("dialog", "dialog", { "aria-labelledby": "dialog-title" });
  const form = element("form", "", { novalidate: "" });
  const title = element("h2", "", { id: "dialog-title" }, heading);
  const alert = element("p", "words words-bad", { role: "alert", hidden: "" });
  const body = element("div", "dialog-body");
  const buttons = element("div", "dialog-buttons");
  form.append(title, alert, body, buttons);
  dialog.append(form);
  document.body.append(dialog);
  return { dialog, title, alert, body, buttons };
}
