// The status line: shown at the foot of the page and spoken by screen readers.

import { words } from "./words.js";

const line = document.getElementById("status");
const link = document.getElementById("document");
const held = "said before the page was read again";

export function say(message, bad = false, file = null) {
  line.parentElement.classList.toggle("bad", bad);
  line.parentElement.classList.remove("working");
  // The same words again are spoken only if they were gone in between.
  line.textContent = "";
  requestAnimationFrame(() => { line.textContent = message; });
  link.hidden = file === null;
  if (file !== null) {
    link.href = file.url;
    link.textContent = file.text ?? words.openFile(file.name);
  }
}

/** Says what failed; where the session has ended, with the way to sign in again. */
export const sayFailure = answer => say(answer.failure, true, answer.expired ? { url: "/sign-in", text: words.signIn } : null);

/** Says what goes on, with a moving bar until something else is said. */
export function sayWorking(message) {
  say(message);
  line.parentElement.classList.add("working");
}

/** Keeps what is to be said until the page has been read again. */
export function sayAfterReload(message, bad, file) {
  sessionStorage.setItem(held, JSON.stringify({ message, bad, file }));
}

/** Says what was kept. */
export function sayHeld() {
  const kept = JSON.parse(sessionStorage.getItem(held));
  sessionStorage.removeItem(held);
  if (kept !== null)
    say(kept.message, kept.bad, kept.file);
}
