// The graph around an actor: what is claimed of it, each other end a node that links to its page.
"use strict";

const GRAPH_WIDTH = 960;
const GRAPH_HEIGHT = 540;
const MOST_OF_EACH = 10;

const SECTIONS = {
  sponsors: "relation", sponsored: "relation", done: "blame", denials: "denial", victims: "deed",
  means: "deed", acts: "measure", own_acts: "measure",
};

async function drawGraph(figure) {
  const dossier = await answerOf(figure.dataset.graph);
  const called = await namer();
  const centre = { id: dossier.id, name: called(dossier.id, dossier.name), centre: true, fx: GRAPH_WIDTH / 2, fy: GRAPH_HEIGHT / 2 };
  const nodes = new Map([[centre.id, centre]]);
  const links = [];
  for (const [section, kind] of Object.entries(SECTIONS)) {
    for (const line of dossier[section].filter((one) => one.id).slice(0, MOST_OF_EACH)) {
      if (!nodes.has(line.id)) nodes.set(line.id, { id: line.id, name: called(line.id, line.name), kind });
      if (line.id !== centre.id) links.push({ source: centre.id, target: line.id, kind, claims: line.claims });
    }
  }
  if (nodes.size < 3) {
    figure.setAttribute("data-empty", "");
    return;
  }
  // Every kind of tie pulls to its own side, so that the picture is the same each time and can be read.
  const kinds = [...new Set(Object.values(SECTIONS))];
  const angle = (kind) => (kinds.indexOf(kind) / kinds.length) * 2 * Math.PI - Math.PI / 2;
  const width = d3.scaleSqrt([1, d3.max(links, (one) => one.claims)], [1.2, 6]);
  const all = [...nodes.values()];
  all.forEach((one, place) => {
    if (one.centre) return;
    one.x = GRAPH_WIDTH / 2 + Math.cos(angle(one.kind) + place / 40) * 200;
    one.y = GRAPH_HEIGHT / 2 + Math.sin(angle(one.kind) + place / 40) * 160;
  });
  d3.forceSimulation(all)
    .randomSource(d3.randomLcg(1))
    .force("link", d3.forceLink(links).id((one) => one.id).distance(150).strength(0.25))
    .force("charge", d3.forceManyBody().strength(-420))
    .force("side", d3.forceX((one) => GRAPH_WIDTH / 2 + (one.kind ? Math.cos(angle(one.kind)) * 300 : 0)).strength(0.09))
    .force("height", d3.forceY((one) => GRAPH_HEIGHT / 2 + (one.kind ? Math.sin(angle(one.kind)) * 180 : 0)).strength(0.12))
    .force("apart", d3.forceCollide((one) => 24 + Math.min(one.name.length, 24) * 2.1))
    .stop()
    .tick(300);
  // The picture fills its frame, with room for the names at its edges.
  const x = d3.scaleLinear(d3.extent(all, (one) => one.x), [110, GRAPH_WIDTH - 110]);
  const y = d3.scaleLinear(d3.extent(all, (one) => one.y), [24, GRAPH_HEIGHT - 40]);
  for (const one of all) [one.x, one.y] = [x(one.x), y(one.y)];
  const svg = canvasOf(figure, GRAPH_WIDTH, GRAPH_HEIGHT);
  for (const one of links) {
    svg.append("line")
      .attr("x1", one.source.x).attr("y1", one.source.y)
      .attr("x2", one.target.x).attr("y2", one.target.y)
      .attr("stroke", colour(one.kind)).attr("stroke-opacity", 0.6)
      .attr("stroke-width", width(one.claims))
      .attr("stroke-dasharray", one.kind === "denial" ? "4 4" : null)
      .append("title").text(`${one.claims}`);
  }
  for (const one of all) {
    const link = svg.append("a").attr("href", pageOf(one.id));
    link.append("title").text(shown(one.name, 200));
    link.append("circle")
      .attr("cx", one.x).attr("cy", one.y).attr("r", one.centre ? 11 : 7)
      .attr("fill", one.centre ? colour("ink") : colour(one.kind))
      .attr("stroke", colour("sheet")).attr("stroke-width", 2);
    link.append("text")
      .attr("x", one.x).attr("y", one.y + (one.centre ? 30 : 22))
      .attr("text-anchor", "middle").attr("font-size", one.centre ? 18 : 13.5)
      .attr("font-weight", one.centre ? 700 : 500)
      .attr("fill", colour("ink")).attr("stroke", colour("sheet")).attr("stroke-width", 4)
      .attr("paint-order", "stroke").attr("stroke-linejoin", "round")
      .text(shown(one.name, 28));
  }
}

for (const figure of document.querySelectorAll("[data-graph]")) {
  drawGraph(figure).catch(() => figure.setAttribute("data-empty", ""));
}
