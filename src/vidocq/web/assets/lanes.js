// The time line in lanes: one for each claimant, a mark for each thing said on a day.
"use strict";

const LANE = 30;
const LEFT = 190;
const RIGHT = 24;
const TOP = 34;
const MOST_LANES = 18;
const LANES_WIDTH = 960;

const KINDS = {
  "attributed-to": "blame", condemns: "measure", indicts: "measure", sanctions: "measure",
  arrests: "measure", disrupts: "measure", responds: "measure", "sponsored-by": "relation",
  "located-in": "relation", "same-as": "relation",
};
const SHAPES = {
  blame: d3.symbolCircle, denial: d3.symbolTimes, measure: d3.symbolSquare,
  relation: d3.symbolDiamond, deed: d3.symbolTriangle,
};

async function drawLanes(figure) {
  const entries = (await answerOf(figure.dataset.lanes)).filter((one) => one.day);
  const called = await namer();
  const marks = entries.flatMap((one) =>
    (one.claimant_ids.length ? one.claimant_ids : [""]).map((id, place) => ({
      ...one,
      lane: id,
      name: id ? called(id, one.claimants[place]) : figure.dataset.nobody,
      date: d3.isoParse(one.day.length === 4 ? `${one.day}-07-01` : one.day.padEnd(10, "-15")),
      kind: one.polarity === "denied" ? "denial" : KINDS[one.predicate] || "deed",
    })),
  );
  if (marks.length < 2) {
    figure.setAttribute("data-empty", "");
    return;
  }
  const lanes = d3
    .rollups(marks, (of) => ({ name: of[0].name, count: of.length }), (one) => one.lane)
    .sort((a, b) => d3.descending(a[1].count, b[1].count))
    .slice(0, MOST_LANES);
  const height = TOP + lanes.length * LANE + 12;
  const svg = canvasOf(figure, LANES_WIDTH, height);
  const days = d3.extent(marks, (one) => one.date);
  if (+days[0] === +days[1]) days[1] = d3.utcMonth.offset(days[1], 1);
  const x = d3.scaleUtc(days, [LEFT, LANES_WIDTH - RIGHT]).nice();
  const y = new Map(lanes.map(([id], place) => [id, TOP + place * LANE + LANE / 2]));
  // Years, months or days, whichever gives a dozen marks or fewer.
  const length = (days[1] - days[0]) / 86400e3;
  const unit = length > 1000
    ? [d3.utcYear.every(Math.ceil(length / 365 / 12)), { year: "numeric" }]
    : length > 75
      ? [d3.utcMonth.every(Math.ceil(length / 30 / 9)), { year: "numeric", month: "short" }]
      : [d3.utcDay.every(Math.ceil(length / 9)), { day: "numeric", month: "short", year: "numeric" }];
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { ...unit[1], timeZone: "UTC" });
  const ticks = x.ticks(unit[0]);
  for (const tick of ticks) {
    svg.append("line").attr("x1", x(tick)).attr("x2", x(tick)).attr("y1", TOP - 6)
      .attr("y2", height - 8).attr("stroke", colour("rule"));
    svg.append("text").attr("x", x(tick)).attr("y", TOP - 14).attr("text-anchor", "middle")
      .attr("font-size", 13).attr("fill", colour("soft")).text(format.format(tick));
  }
  for (const [id, lane] of lanes) {
    svg.append("line").attr("x1", LEFT).attr("x2", LANES_WIDTH - RIGHT).attr("y1", y.get(id))
      .attr("y2", y.get(id)).attr("stroke", colour("rule"));
    const parent = id ? svg.append("a").attr("href", pageOf(id)) : svg;
    parent.append("text").attr("x", LEFT - 14).attr("y", y.get(id) + 5).attr("text-anchor", "end")
      .attr("font-size", 14).attr("fill", colour(id ? "ink" : "soft")).text(shown(lane.name, 26));
  }
  // What is said on one day in one lane stands in a small heap, not on one point.
  const heaps = d3.group(marks.filter((one) => y.has(one.lane)), (one) => one.lane + one.day);
  for (const heap of heaps.values()) {
    heap.slice(0, 6).forEach((one, place) => {
      const words = [
        one.day, one.name, called(one.subject_id, one.subject), one.predicate,
        called(one.object_id, one.object ?? ""),
      ].join(" · ");
      const quote = one.quotes[0];
      const link = svg.append("a").attr("aria-label", shown(words, 200));
      if (quote?.document) link.attr("href", `/document/${quote.document.slice(0, 16)}#at-${quote.claim}`);
      link.append("path")
        .attr("d", d3.symbol(SHAPES[one.kind], one.kind === "denial" ? 50 : 80)())
        .attr("transform", `translate(${x(one.date) + place * 5},${y.get(one.lane)})`)
        .attr("fill", one.kind === "denial" ? "none" : colour(one.kind))
        .attr("stroke", one.kind === "denial" ? colour("denial") : colour("sheet"))
        .attr("stroke-width", one.kind === "denial" ? 2.5 : 1)
        .append("title").text(shown(words, 300));
    });
  }
}

for (const figure of document.querySelectorAll("[data-lanes]")) {
  drawLanes(figure).catch(() => figure.setAttribute("data-empty", ""));
}
