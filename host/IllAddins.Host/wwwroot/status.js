// The status line: shown at the foot of the screen and spoken by screen readers.

const line = document.getElementById("status");
const link = document.getElementById("document");

export function say(message, bad = false, file = null) {
  line.parentElement.classList.toggle("bad", bad);
  // The same words again are spoken only if they were gone in between.
  line.textContent = "";
  requestAnimationFrame(() => { line.textContent = message; });
  link.hidden = file === null;
  if (file !== null) {
    link.href = file.url;
    link.textContent = `Open ${file.name}`;
  }
}
