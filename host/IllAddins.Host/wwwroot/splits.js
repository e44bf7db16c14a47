// The lists of split buttons: opened by the arrow beside the button, walked with arrow keys, closed by Escape, Tab, a choice or a click elsewhere.

export class Splits {
  #toggles;

  constructor(ribbon) {
    this.#toggles = [...ribbon.querySelectorAll("[data-menu]")];
    for (const toggle of this.#toggles) {
      toggle.addEventListener("keydown", event => {
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
          event.preventDefault();
          this.open(toggle, event.key === "ArrowUp");
        }
      });
      list(toggle).addEventListener("keydown", event => this.#key(event, toggle));
    }
    document.addEventListener("click", event => {
      if (event.target.closest(".split") === null)
        this.close();
    });
    document.addEventListener("focusin", event => {
      if (event.target.closest(".split") === null)
        this.close();
    });
  }

  /** Opens the list of a split button, or closes it if it is open. */
  toggle(toggle) {
    if (list(toggle).hidden)
      this.open(toggle, false);
    else
      this.close();
  }

  open(toggle, atLast) {
    this.close();
    const menu = list(toggle);
    menu.hidden = false;
    toggle.setAttribute("aria-expanded", "true");
    menu.classList.toggle("split-left", toggle.getBoundingClientRect().right < menu.offsetWidth + 8);
    const items = itemsOf(menu);
    items[atLast ? items.length - 1 : 0].focus();
  }

  /** Closes every list. */
  close() {
    for (const toggle of this.#toggles) {
      list(toggle).hidden = true;
      toggle.setAttribute("aria-expanded", "false");
    }
  }

  /** Closes the list that a chosen command stands in, and leaves the focus on its split button. */
  leave(button) {
    const toggle = this.#toggles.find(each => list(each).contains(button));
    if (toggle === undefined)
      return;
    this.close();
    toggle.focus();
  }

  #key(event, toggle) {
    const items = itemsOf(list(toggle));
    const at = items.indexOf(document.activeElement);
    const target = { ArrowDown: (at + 1) % items.length, ArrowUp: (at + items.length - 1) % items.length, Home: 0, End: items.length - 1 }[event.key];
    event.stopPropagation();
    if (event.key === "Escape") {
      this.close();
      toggle.focus();
    } else if (event.key === "Tab") {
      this.close();
      toggle.focus();
    } else if (target !== undefined) {
      event.preventDefault();
      items[target].focus();
    }
  }
}

const list = toggle => document.getElementById(toggle.dataset.menu);
const itemsOf = menu => [...menu.querySelectorAll("[role=menuitem]")];
