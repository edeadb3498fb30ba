// What the figures share: colours of the page, the address of an entity, and saving a figure as an SVG file
// that looks the same anywhere.
"use strict";

const SVG = "http://www.w3.org/2000/svg";

// The page's colours as plain numbers: an element that is not shown turns light-dark() into them.
const colours = new Map();
function colour(name) {
  if (!colours.has(name)) {
    const probe = document.createElement("span");
    probe.hidden = true;
    probe.style.color = `var(--${name})`;
    document.body.append(probe);
    colours.set(name, getComputedStyle(probe).color);
    probe.remove();
  }
  return colours.get(name);
}

function pageOf(id) {
  const page = /^(incident|malware):/.test(id) ? "incident" : "actor";
  return `/${page}/${encodeURIComponent(id).replaceAll("%3A", ":")}`;
}

// Marks that turn the direction of writing, as the server takes them out of pages.
function shown(text, most = 40) {
  const plain = String(text ?? "").replace(/[\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
  return plain.length > most ? plain.slice(0, most - 1) + "…" : plain;
}

async function answerOf(address) {
  const response = await fetch(address, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

// From an entity and its name in an answer to its name in the page's language; states have one in each.
async function namer() {
  if (document.documentElement.lang === "en") return (id, name) => name;
  const states = Object.values(await answerOf("/map/states.json"));
  const names = new Map(states.map((one) => [`state:${one.code}`, one.name]));
  return (id, name) => names.get(id) ?? name;
}

function canvasOf(figure, width, height) {
  return d3
    .select(figure.querySelector(".canvas"))
    .html(null)
    .append("svg")
    .attr("xmlns", SVG)
    .attr("viewBox", `0 0 ${width} ${height}`)
    .attr("font-family", "'Source Sans 3', 'Segoe UI', sans-serif")
    .attr("role", "group")
    .attr("aria-label", figure.dataset.label);
}

for (const button of document.querySelectorAll("[data-save]")) {
  button.addEventListener("click", () => {
    const svg = button.closest("figure").querySelector("svg");
    if (!svg) return;
    const copy = svg.cloneNode(true);
    const [, , width, height] = svg.getAttribute("viewBox").split(" ");
    copy.setAttribute("width", width);
    copy.setAttribute("height", height);
    for (const link of copy.querySelectorAll("a")) {
      link.setAttribute("href", new URL(link.getAttribute("href"), location).href);
    }
    const paper = document.createElementNS(SVG, "rect");
    for (const [name, value] of Object.entries({ width, height, fill: colour("sheet") })) {
      paper.setAttribute(name, value);
    }
    copy.prepend(paper);
    const file = new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `vidocq-${button.dataset.save}.svg`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
}
