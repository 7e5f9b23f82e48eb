// <tbody data-grid="most">: Enter leads to the next row and adds one below the last.
// Rows are numbered by their names ("rows-3-date"); Shift and Enter begin a new line.

const NUMBERED = ["id", "name", "aria-label", "aria-describedby"];

export function keepGrids(bodies) {
  for (const body of bodies) {
    body.addEventListener("keydown", (event) => {
      const box = event.target;
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      if (!box.matches("input, textarea")) return;
      event.preventDefault();
      const row = box.closest("tr");
      begin(row.nextElementSibling ?? added(body));
    });
    const more = body.closest("form").querySelector("[data-grid-more]");
    more?.addEventListener("click", (event) => {
      event.preventDefault();
      begin(added(body));
    });
  }
}

function begin(row) {
  row?.querySelector("input, textarea")?.focus();
}

function added(body) {
  const last = body.lastElementChild;
  const total = body.closest("form").elements["rows-TOTAL_FORMS"];
  const number = Number(total.value);
  if (number >= Number(body.dataset.grid)) return last;
  const row = last.cloneNode(true);
  row.querySelector("th").textContent = number + 1;
  for (const message of row.querySelectorAll(".govuk-error-message")) message.remove();
  for (const box of row.querySelectorAll("input, textarea, select")) {
    for (const name of NUMBERED) renumber(box, name, number);
    box.classList.remove("govuk-input--error", "govuk-textarea--error", "govuk-select--error");
    box.removeAttribute("aria-invalid");
    if (box.matches("select")) box.selectedIndex = 0;
    else box.value = "";
  }
  total.value = number + 1;
  body.append(row);
  return row;
}

function renumber(box, name, number) {
  const words = box.getAttribute(name);
  if (!words) return;
  if (name === "aria-describedby") box.removeAttribute(name);
  else if (name === "aria-label") box.setAttribute(name, words.replace(/^Row \d+/, `Row ${number + 1}`));
  else box.setAttribute(name, words.replace(/rows-\d+-/, `rows-${number}-`));
}
