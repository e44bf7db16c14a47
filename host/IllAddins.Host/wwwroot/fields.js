// The fields of a dialog: made from their description, read, and told what is wrong with them.

import { element } from "./elements.js";
import { words } from "./words.js";

const inputTypes = { Text: "text", Date: "date", DateTime: "datetime-local", Flag: "checkbox", Hidden: "hidden" };

/** The element of a field; its input has the name of the field. */
export function fieldElement(field, at) {
  const id = `field-${at}`;
  const input = inputOf(field);
  input.id = id;
  input.name = field.name;
  input.required = field.required;
  input.dataset.kind = field.kind;
  input.dataset.asksAgain = field.asksAgain;
  if (field.kind === "Hidden")
    return input;
  const made = element("div", field.kind === "Flag" ? "field field-flag" : "field", { "data-field": field.name });
  const label = element("label", "", { for: id }, field.title);
  if (field.required && field.kind !== "Flag")
    label.append(element("span", "quiet", {}, ` ${words.required}`));
  const problem = element("p", "problem", { id: `${id}-problem`, hidden: "" });
  const described = [problem.id];
  made.append(label, input, problem);
  if (field.help !== "") {
    made.append(element("p", "quiet", { id: `${id}-help` }, field.help));
    described.push(`${id}-help`);
  }
  input.setAttribute("aria-describedby", described.join(" "));
  return made;
}

/** What stands in a form, by field name. */
export function valuesOf(form) {
  const values = {};
  for (const input of form.querySelectorAll("[data-kind]"))
    values[input.name] = input.dataset.kind === "Flag" ? String(input.checked) : input.value;
  return values;
}

/** Shows each problem at its field and moves to the first; those of no field are answered. */
export function showProblems(form, problems) {
  const rest = [];
  for (const made of form.querySelectorAll("[data-field]"))
    mark(made, "");
  for (const [name, problem] of Object.entries(problems)) {
    const made = [...form.querySelectorAll("[data-field]")].find(each => each.dataset.field === name);
    if (made === undefined)
      rest.push(problem);
    else
      mark(made, problem);
  }
  form.querySelector("[aria-invalid=true]")?.focus();
  return rest;
}

function mark(made, problem) {
  const input = made.querySelector("[data-kind]");
  const line = made.querySelector(".problem");
  line.hidden = problem === "";
  line.textContent = problem;
  if (problem === "")
    input.removeAttribute("aria-invalid");
  else
    input.setAttribute("aria-invalid", "true");
}

function inputOf(field) {
  if (field.kind === "LongText") {
    const area = element("textarea", "", { rows: Math.min(14, Math.max(4, field.value.split("\n").length + 1)), maxlength: field.maxLength });
    area.value = field.value;
    return area;
  }
  if (field.kind === "Choice")
    return choice(field);
  const input = element("input", "", { type: inputTypes[field.kind] });
  if (field.kind === "Flag")
    input.checked = field.value === "true";
  else
    input.value = field.value;
  if (field.kind === "Text")
    input.maxLength = field.maxLength;
  return input;
}

function choice(field) {
  const select = element("select");
  if (!field.choices.some(each => each.value === field.value))
    select.append(element("option", "", { value: "" }, field.required ? words.choose : ""));
  for (const each of field.choices)
    select.append(element("option", "", { value: each.value }, each.title));
  select.value = field.choices.some(each => each.value === field.value) ? field.value : "";
  return select;
}
