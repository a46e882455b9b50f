// The pages work without this file; it saves a page load where a record is looked at.
"use strict";

const reader = document.querySelector(".reader");

if (reader) {
  const panel = document.getElementById("record");
  const tree = document.querySelector(".tree");
  const marks = Array.from(reader.querySelectorAll("a.mark[data-at]"));

  if (window.matchMedia("(max-width: 62rem)").matches) tree.open = false;

  const choose = async (mark) => {
    const at = mark.dataset.at;
    for (const old of reader.querySelectorAll(".mark.chosen")) old.classList.remove("chosen");
    mark.classList.add("chosen");
    const answer = await fetch(`/reports/${reader.dataset.report}/records?at=${at}`);
    // A slower answer to an earlier choice must not replace a later one.
    if (!answer.ok || !mark.classList.contains("chosen")) return;
    panel.innerHTML = await answer.text();
    history.replaceState(null, "", `?at=${at}`);
  };

  const step = (by) => {
    if (!marks.length) return;
    const now = marks.findIndex((mark) => mark.classList.contains("chosen"));
    const next = now < 0 ? (by > 0 ? 0 : marks.length - 1) : (now + by + marks.length) % marks.length;
    marks[next].scrollIntoView({ block: "center" });
    marks[next].focus({ preventScroll: true });
    choose(marks[next]);
  };

  reader.addEventListener("click", (event) => {
    const mark = event.target.closest("a.mark[data-at]");
    if (mark && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      choose(mark);
    }
    const button = event.target.closest("[data-step]");
    if (button) step(Number(button.dataset.step));
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
  });

  const asked = document.getElementById("at");
  if (asked && !location.hash) asked.scrollIntoView({ block: "center" });
}

// On the review page one key decides the first record that still waits.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
  const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (button) button.click();
});

for (const form of document.querySelectorAll("form.filters")) {
  for (const field of form.querySelectorAll("select")) field.addEventListener("change", () => form.requestSubmit());
}
