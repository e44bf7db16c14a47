// The parts of the request form: the one that is read now, or was chosen, is marked among the links to them.

export function wireParts(nav) {
  const links = new Map([...nav.querySelectorAll("a")].map(link => [document.getElementById(link.hash.slice(1)), link]));
  const seen = new Set();
  let chosen = null;
  const mark = () => {
    const current = chosen ?? links.get([...links.keys()].find(part => seen.has(part)));
    for (const link of links.values()) {
      if (link === current)
        link.setAttribute("aria-current", "true");
      else
        link.removeAttribute("aria-current");
    }
  };
  const observer = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries)
      seen[isIntersecting ? "add" : "delete"](target);
    mark();
  }, { rootMargin: "-15% 0px -40%" });
  for (const part of links.keys())
    observer.observe(part);
  nav.addEventListener("click", event => {
    chosen = event.target.closest("a") ?? chosen;
    mark();
  });
  // A part at the end of the page cannot be brought to its top: what was chosen stands until somebody moves on.
  for (const sign of ["wheel", "touchmove", "keydown"])
    document.addEventListener(sign, () => { chosen = null; }, { passive: true });
}
