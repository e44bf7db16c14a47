// What somebody had selected and folded, kept for the way back from a request. Numbers only; gone with the tab. What they like for good is kept by View.

export class Memory {
  #name;

  constructor(screen) {
    this.#name = `screen ${screen}`;
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
