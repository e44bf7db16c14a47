// The order of rows: as the add-in gave them or by a column; in both, the rows of one patron stand together.

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** The key of the rows about the same patron in the same group; null for a row by itself. */
export const patronKey = row => row.together === undefined ? null : `${row.group}\n${row.together}`;

/** The rows sorted by a column; empty cells come last both ways. */
export function sorted(rows, content, at, numberAt, down) {
  const valueOf = valuesOf(content, at, numberAt);
  const keyed = rows.map(row => ({ row, value: valueOf(row) }));
  const way = down ? -1 : 1;
  keyed.sort((left, right) => {
    if (left.value === null || right.value === null)
      return (left.value === null) - (right.value === null);
    return way * (typeof left.value === "string" ? collator.compare(left.value, right.value) : left.value - right.value);
  });
  return keyed.map(each => each.row);
}

/** The rows with those of one patron after the first of them. */
export function together(rows) {
  const patrons = new Map();
  for (const row of rows) {
    const key = patronKey(row) ?? row;
    const same = patrons.get(key);
    if (same === undefined)
      patrons.set(key, [row]);
    else
      same.push(row);
  }
  return [...patrons.values()].flat();
}

function valuesOf(content, at, numberAt) {
  const times = content.times[at];
  if (at === numberAt)
    return row => row.transactionNumber;
  if (times !== null)
    return row => times.seconds[row.index];
  if (content.numeric[at])
    return row => row.cells[at] === "" ? null : Number(row.cells[at]);
  return row => row.cells[at] === "" ? null : row.cells[at];
}
