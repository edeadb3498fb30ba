// Pointing at a passage lights its note in the margin, and the other way about; so does the keyboard.
"use strict";

const marks = [...document.querySelectorAll("mark[data-notes]")];
const notes = Map.groupBy(document.querySelectorAll("[data-note]"), (note) => note.dataset.note);

function light(numbers, from) {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  for (const number of numbers) {
    for (const note of notes.get(number) ?? []) {
      note.classList.add("lit");
      if (from === "text") intoView(note);
    }
    for (const mark of marks) {
      if (mark.dataset.notes.split(" ").includes(number)) mark.classList.add("lit");
    }
  }
}

// Only the margin is moved, never the page under the reader's eyes.
function intoView(note) {
  const margin = note.closest(".margin");
  if (!margin) return;
  if (margin.scrollHeight <= margin.clientHeight) return;
  const top = note.offsetTop - margin.offsetTop;
  if (top < margin.scrollTop || top + note.offsetHeight > margin.scrollTop + margin.clientHeight) {
    margin.scrollTo({ top: top - 40 });
  }
}

for (const mark of marks) {
  for (const moment of ["mouseenter", "focusin"]) {
    mark.addEventListener(moment, () => light(mark.dataset.notes.split(" "), "text"));
  }
}
for (const note of [...notes.values()].flat()) {
  for (const moment of ["mouseenter", "focusin"]) {
    note.addEventListener(moment, () => light([note.dataset.note], "margin"));
  }
}
const asked = location.hash.startsWith("#at-") && document.getElementById(location.hash.slice(1));
if (asked) light(asked.closest("mark").dataset.notes.split(" "), "text");
