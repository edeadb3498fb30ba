// The map: states by how often they are accused, and lines from accuser to accused.
"use strict";

const WIDTH = 960;
const HEIGHT = 470;
const MOST_LINES = 60;

async function drawMap(figure) {
  const [rows, states, shapes] = await Promise.all([
    answerOf(figure.dataset.answer),
    answerOf(figure.dataset.states),
    answerOf(figure.dataset.shapes),
  ]);
  const accused = d3.rollup(rows, (of) => d3.sum(of, (one) => one.accuses), (one) => one.accused);
  const countries = topojson.feature(shapes, shapes.objects.countries).features;
  const land = countries.filter((one) => one.id !== "010");
  const projection = d3
    .geoNaturalEarth1()
    .fitExtent([[4, 4], [WIDTH - 4, HEIGHT - 4]], { type: "FeatureCollection", features: land });
  const path = d3.geoPath(projection);
  const idOf = (one) => (states[one.id] ? `state:${states[one.id].code}` : null);
  const most = d3.max(accused.values()) || 1;
  const steps = [1, 2, 3, 4, 5].map((step) => colour(`heat-${step}`));
  const heat = d3.scaleQuantize([0, Math.log1p(most)], steps);
  const called = await namer();
  const svg = canvasOf(figure, WIDTH, HEIGHT);
  const middles = new Map();

  for (const one of land) {
    const id = idOf(one);
    const count = accused.get(id) || 0;
    if (id) middles.set(id, middleOf(one, path));
    const parent = count
      ? svg.append("a").attr("href", pageOf(id)).attr("tabindex", 0)
      : svg;
    const shape = parent
      .append("path")
      .attr("d", path(one))
      .attr("fill", count ? heat(Math.log1p(count)) : colour("sunk"))
      .attr("stroke", colour("rule"))
      .attr("stroke-width", 0.5);
    if (count) {
      const words = `${states[one.id].name}: ${count} (${figure.dataset.accused})`;
      parent.attr("aria-label", words);
      shape.append("title").text(words);
    }
  }

  const lines = rows
    .filter((one) => one.accuses && middles.has(one.accuser) && middles.has(one.accused))
    .slice(0, MOST_LINES);
  const width = d3.scaleSqrt([0, d3.max(lines, (one) => one.accuses) || 1], [0.6, 5]);
  svg
    .append("g")
    .attr("fill", "none")
    .attr("stroke", colour("ink"))
    .attr("stroke-opacity", 0.55)
    .attr("stroke-linecap", "round")
    .selectAll("path")
    .data(lines)
    .join("path")
    .attr("stroke-width", (one) => width(one.accuses))
    .attr("d", (one) => arc(middles.get(one.accuser), middles.get(one.accused)))
    .append("title")
    .text((one) => 
      `${called(one.accuser, one.accuser_name)} → ${called(one.accused, one.accused_name)}: ${one.accuses}`);
  svg
    .append("g")
    .attr("fill", colour("ink"))
    .selectAll("circle")
    .data([...new Set(lines.map((one) => one.accused))])
    .join("circle")
    .attr("r", 3.2)
    .attr("cx", (id) => middles.get(id)[0])
    .attr("cy", (id) => middles.get(id)[1]);
}

// The middle of a state's largest part: that of France lies in Europe, not in the Atlantic.
function middleOf(shape, path) {
  if (shape.geometry.type !== "MultiPolygon") return path.centroid(shape);
  const parts = shape.geometry.coordinates.map((of) => ({ type: "Polygon", coordinates: of }));
  return path.centroid(d3.greatest(parts, (part) => path.area(part)));
}

function arc([x1, y1], [x2, y2]) {
  const lift = Math.hypot(x2 - x1, y2 - y1) * 0.28;
  return `M${x1},${y1}Q${(x1 + x2) / 2},${(y1 + y2) / 2 - lift} ${x2},${y2}`;
}

for (const figure of document.querySelectorAll("#map")) {
  drawMap(figure).catch(() => figure.setAttribute("data-empty", ""));
}
