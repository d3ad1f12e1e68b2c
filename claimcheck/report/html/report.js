"use strict";
// Filters the matrix by verdict. Without a script all rows are shown and the buttons are not.
for (const bar of document.querySelectorAll(".filters")) {
  const rows = document.querySelectorAll("#" + bar.dataset.table + " tbody tr");
  const buttons = bar.querySelectorAll("button");
  bar.hidden = false;
  for (const button of buttons) {
    button.addEventListener("click", () => {
      for (const other of buttons) {
        other.setAttribute("aria-pressed", String(other === button));
      }
      for (const row of rows) {
        row.hidden = button.value !== "" && row.dataset.verdict !== button.value;
      }
    });
  }
}
