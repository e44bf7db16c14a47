// The parts of the request form: which of them is read now is marked among the links to them.

export function wireParts(nav) {
  const links = new Map([...nav.querySelectorAll("a")].map(link => [document.getElementById(link.hash.slice(1)), link]));
  const seen = new Set();
  const mark = current => {
    for (const link of links.values())
      link.toggleAttribute("aria-current", link === current);
    current?.setAttribute("aria-current", "true");
  };
  const observer = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries)
      seen[isIntersecting ? "add" : "delete"](target);
    mark(links.get([...links.keys()].find(part => seen.has(part))));
  }, { rootMargin: "-15% 0px -40%" });
  for (const part of links.keys())
    observer.observe(part);
}
