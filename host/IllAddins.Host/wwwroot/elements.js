// Makes elements. Texts go in as text, never as markup.

export function element(name, className = "", attributes = {}, text = null) {
  const made = document.createElement(name);
  if (className !== "")
    made.className = className;
  for (const [attribute, value] of Object.entries(attributes))
    made.setAttribute(attribute, value);
  if (text !== null)
    made.textContent = text;
  return made;
}

/** The words on a button, in however many lines they stand. */
export const wordsOn = pressed => pressed.textContent.trim().replace(/\s+/g, " ");

export function button(text, className, attributes, clicked) {
  const made = element("button", className, { type: "button", ...attributes }, text);
  made.addEventListener("click", clicked);
  return made;
}
