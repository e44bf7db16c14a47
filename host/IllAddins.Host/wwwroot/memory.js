// What somebody had selected and folded, kept for the way back from a request, and not for who signs in after them. Numbers only; gone with the tab. What they like for good is kept by View.

export class Memory {
  #name;

  constructor(screen, user) {
    this.#name = `screen ${screen} of ${user}`;
  }

  save(state) {
    sessionStorage.setItem(this.#name, JSON.stringify(state));
  }

  load() {
    try {
      return JSON.parse(sessionStorage.getItem(this.#name));
    } catch {
      return null;
    }
  }
}
