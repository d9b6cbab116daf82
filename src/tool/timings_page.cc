#include "tool/timings_page.h"

namespace hull::tool {

const std::string_view kTimingsPage = R"page(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>@TITLE@: build timings</title>
<style>
:root {
  color-scheme: light dark;
  --page: #ffffff; --ink: #1d2129; --soft: #667085; --line: #e3e6eb; --card: #f6f7f9; --row: #f1f3f6;
  --compile: #3b7ddd; --link: #8a5cd0; --restored: #2f9e64; --failed: #d6453d; --other: #8b95a5;
  --critical: #e8890c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171c; --ink: #e6e9ef; --soft: #98a2b3; --line: #2b313b; --card: #1c2129; --row: #1f252e;
    --compile: #5b9bf3; --link: #a981ea; --restored: #4dbd82; --failed: #f0665e; --other: #6f7a8a;
    --critical: #f5a73b;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 1280px; margin: 0 auto; padding: 28px 24px 64px; }
h1 { font-size: 24px; margin: 0; }
h2 { font-size: 17px; margin: 36px 0 4px; }
p { margin: 0 0 12px; color: var(--soft); }
code, td.name { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: 13px; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(180px, 1fr)); gap: 12px; margin: 20px 0 8px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 12px 16px; }
.card b { display: block; font-size: 22px; font-weight: 600; }
.card span { color: var(--soft); font-size: 13px; }
.bar { display: flex; flex-wrap: wrap; gap: 6px 18px; align-items: center; margin: 8px 0; font-size: 13px; color: var(--soft); }
.key { display: inline-flex; align-items: center; gap: 6px; }
.key i { width: 12px; height: 12px; border-radius: 3px; display: inline-block; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; background: var(--card); }
canvas { display: block; }
#tip { position: fixed; pointer-events: none; display: none; background: var(--ink); color: var(--page);
  padding: 6px 10px; border-radius: 6px; font-size: 13px; max-width: 520px; z-index: 2; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th { text-align: left; font-weight: 600; color: var(--soft); border-bottom: 1px solid var(--line); padding: 6px 10px; }
td { padding: 4px 10px; border-bottom: 1px solid var(--line); }
td.verb { width: 1%; color: var(--soft); }
th.number, td.number { width: 9em; text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.name { overflow-wrap: anywhere; }
td.share { width: 22%; min-width: 90px; }
td.share div { height: 9px; border-radius: 3px; min-width: 1px; }
tbody tr:hover { background: var(--row); }
button { font: inherit; font-size: 13px; color: var(--ink); background: var(--card); border: 1px solid var(--line);
  border-radius: 6px; padding: 3px 12px; margin-top: 8px; cursor: pointer; }
@media (max-width: 800px) {
  main { padding: 20px 14px 48px; }
  th.number, td.number { width: 5.5em; }
  td { padding: 4px 6px; }
  td.share, th:empty { display: none; }
}
</style>
</head>
<body>
<main>
<h1>@TITLE@</h1>
<p><code>@COMMAND@</code> &middot; profile @PROFILE@ &middot; @DATE@</p>
<div class="cards" id="cards"></div>

<h2>Timeline</h2>
<p>One row per slot. The area below counts what ran at the same time.</p>
<div class="bar" id="keys"><label>Zoom <input id="zoom" type="range" min="1" max="40" step="0.5" value="1"></label></div>
<div class="scroll" id="scroll"><canvas id="timeline"></canvas></div>

<h2>Critical path</h2>
<p>Each of these needed the one before it: with any number of CPUs the build takes this long. Waited is for a free slot.</p>
<table><thead><tr><th colspan="2">Action</th><th class="number">Seconds</th><th class="number">Waited</th><th></th></tr></thead>
<tbody id="path"></tbody></table>

<h2>Slowest actions</h2>
<p>A slow unit near the end of the timeline is worth splitting; one in the middle costs CPU only.</p>
<table><thead><tr><th colspan="2">Action</th><th class="number">Seconds</th><th class="number">Memory, MiB</th><th></th></tr></thead>
<tbody id="slow"></tbody></table>

<h2>Costliest headers</h2>
<p id="headers-note">Time of the front end over all units that ran: with what a header includes, and in the header alone.
A header that many units read and few need is worth a forward declaration.</p>
<table id="headers-table"><thead><tr><th>Header</th><th class="number">Units</th><th class="number">Seconds</th>
<th class="number">Alone</th><th></th></tr></thead><tbody id="headers"></tbody></table>
</main>
<div id="tip"></div>
<script>
"use strict";
const data = @DATA@;
const actions = data.actions;
const style = getComputedStyle(document.documentElement);
const color = name => style.getPropertyValue("--" + name).trim();
const seconds = value => value < 10 ? value.toFixed(2) : value.toFixed(1);
const duration = action => action.end - action.begin;
// Where there is little room: the file without its package and directories.
const label = name => name.endsWith(")") ? name : name.slice(name.indexOf(" ") + 1).split("/").pop();
const element = (tag, text, className) => {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
};

// Numbers on top.
const work = actions.reduce((sum, action) => sum + duration(action), 0);
const length = Math.max(data.seconds, ...actions.map(action => action.end), 0.001);
const chain = data.path.reduce((sum, index) => sum + duration(actions[index]), 0);
const count = kind => actions.filter(action => action.kind === kind).length;
for (const [value, what] of [
  [seconds(data.seconds) + " s", "from start to end"],
  [actions.length - count("restored") - count("failed"), "actions ran"],
  [count("failed"), "failed"],
  [count("restored"), "came from the cache"],
  [data.clean, "had nothing to do"],
  [seconds(work) + " s", "of work, " + (work / length).toFixed(1) + " at a time"],
  [seconds(chain) + " s", "critical path, " + Math.round(100 * chain / length) + "% of the time"],
]) {
  if (value === 0) continue;
  const card = element("div", undefined, "card");
  card.append(element("b", value), element("span", what));
  document.getElementById("cards").append(card);
}

// Timeline.
const kinds = {compile: "compile", link: "link, archive", other: "other", restored: "from the cache", failed: "failed"};
for (const [kind, what] of Object.entries(kinds).reverse()) {
  if (!count(kind)) continue;
  const key = element("span", what, "key");
  const mark = element("i");
  mark.style.background = color(kind);
  key.prepend(mark);
  document.getElementById("keys").prepend(key);
}
const critical = element("span", "critical path", "key");
const mark = element("i");
mark.style.border = "2px solid " + color("critical");
critical.prepend(mark);
document.getElementById("zoom").parentElement.before(critical);

const canvas = document.getElementById("timeline");
const scroll = document.getElementById("scroll");
const rowHeight = 24, axisHeight = 22, chartHeight = 56, left = 34;
const slots = actions.reduce((most, action) => Math.max(most, action.slot + 1), 1);
let scale = 1;

const niceStep = target => {
  const power = Math.pow(10, Math.floor(Math.log10(target)));
  for (const factor of [1, 2, 5, 10]) if (factor * power >= target) return factor * power;
  return 10 * power;
};

const draw = () => {
  const ratio = window.devicePixelRatio || 1;
  const visible = scroll.clientWidth;
  // Browsers refuse canvases wider than some 32,000 pixels.
  const width = Math.min(visible * Number(document.getElementById("zoom").value), 30000 / ratio);
  const height = axisHeight + slots * rowHeight + chartHeight + 14;
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  canvas.style.width = width + "px";
  canvas.style.height = height + "px";
  const pen = canvas.getContext("2d");
  pen.scale(ratio, ratio);
  scale = (width - left - 12) / length;
  pen.font = "12px system-ui, sans-serif";
  pen.textBaseline = "middle";

  const step = niceStep(length / (width / 110));
  for (let at = 0; at <= length; at += step) {
    const x = Math.round(left + at * scale) + 0.5;
    pen.strokeStyle = color("line");
    pen.beginPath();
    pen.moveTo(x, axisHeight);
    pen.lineTo(x, height);
    pen.stroke();
    pen.fillStyle = color("soft");
    pen.fillText(Number(at.toFixed(3)) + " s", x + 3, axisHeight / 2);
  }
  pen.fillStyle = color("soft");
  for (let slot = 0; slot < slots; ++slot) pen.fillText(slot + 1, 10, axisHeight + slot * rowHeight + rowHeight / 2);

  for (const action of actions) {
    const x = left + action.begin * scale, y = axisHeight + action.slot * rowHeight + 2;
    const w = Math.max(duration(action) * scale - 0.5, 0.7), h = rowHeight - 4;
    pen.fillStyle = color(action.kind);
    pen.fillRect(x, y, w, h);
    if (action.critical) {
      pen.fillStyle = color("critical");
      pen.fillRect(x, y + h - 4, w, 4);
    }
    if (w > 46) {
      pen.save();
      pen.beginPath();
      pen.rect(x, y, w - 3, h);
      pen.clip();
      pen.fillStyle = color("page");
      pen.fillText(label(action.name), x + 5, y + h / 2 - 1);
      pen.restore();
    }
  }

  // How many ran at the same time.
  const edges = [];
  for (const action of actions) edges.push([action.begin, 1], [action.end, -1]);
  edges.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const base = axisHeight + slots * rowHeight + chartHeight + 4;
  pen.beginPath();
  pen.moveTo(left, base);
  let running = 0;
  for (const [at, change] of edges) {
    const x = left + at * scale;
    pen.lineTo(x, base - running / slots * chartHeight);
    running += change;
    pen.lineTo(x, base - running / slots * chartHeight);
  }
  pen.lineTo(left + length * scale, base);
  pen.closePath();
  pen.globalAlpha = 0.25;
  pen.fillStyle = color("compile");
  pen.fill();
  pen.globalAlpha = 1;
};
document.getElementById("zoom").addEventListener("input", () => {
  const middle = (scroll.scrollLeft + scroll.clientWidth / 2) / canvas.clientWidth;
  draw();
  scroll.scrollLeft = middle * canvas.clientWidth - scroll.clientWidth / 2;
});
window.addEventListener("resize", draw);
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);

const tip = document.getElementById("tip");
canvas.addEventListener("mousemove", event => {
  const box = canvas.getBoundingClientRect();
  const slot = Math.floor((event.clientY - box.top - axisHeight) / rowHeight);
  const at = (event.clientX - box.left - left) / scale;
  const slack = 1.5 / scale;
  const found = actions.find(action => action.slot === slot && action.begin - slack <= at && at <= action.end + slack);
  tip.style.display = found ? "block" : "none";
  if (!found) return;
  tip.textContent = found.verb + " " + found.name + ": " + seconds(duration(found)) + " s from " + seconds(found.begin) +
    " s" + (found.mib ? ", " + found.mib + " MiB" : "") + (found.critical ? ", on the critical path" : "");
  tip.style.left = Math.min(event.clientX + 14, window.innerWidth - tip.offsetWidth - 8) + "px";
  tip.style.top = event.clientY + 16 + "px";
});
canvas.addEventListener("mouseleave", () => { tip.style.display = "none"; });

// Tables.
const share = (part, whole, kind) => {
  const cell = element("td", undefined, "share");
  const bar = element("div");
  bar.style.width = Math.max(0, Math.min(100, 100 * part / whole)) + "%";
  bar.style.background = "var(--" + kind + ")";
  cell.append(bar);
  return cell;
};
const fill = (id, rows, first = 15) => {
  const body = document.getElementById(id);
  rows.forEach((row, index) => {
    if (index >= first) row.hidden = true;
    body.append(row);
  });
  if (rows.length <= first) return;
  const more = element("button", "Show all " + rows.length);
  more.addEventListener("click", () => {
    rows.forEach(row => { row.hidden = false; });
    more.remove();
  });
  body.parentElement.after(more);
};
let ended = 0;
fill("path", data.path.map(index => {
  const action = actions[index];
  const row = element("tr");
  row.append(element("td", action.verb, "verb"), element("td", action.name, "name"),
    element("td", seconds(duration(action)), "number"),
    element("td", seconds(Math.max(0, action.begin - ended)), "number"), share(duration(action), chain, action.kind));
  ended = action.end;
  return row;
}), 25);
const slow = [...actions].sort((a, b) => duration(b) - duration(a)).slice(0, data.rows);
fill("slow", slow.map(action => {
  const row = element("tr");
  row.append(element("td", action.verb, "verb"), element("td", action.name, "name"),
    element("td", seconds(duration(action)), "number"),
    element("td", action.mib || "", "number"), share(duration(action), duration(slow[0]), action.kind));
  return row;
}));
fill("headers", data.headers.map(([path, total, own, units]) => {
  const row = element("tr");
  row.append(element("td", path, "name"), element("td", units, "number"), element("td", seconds(total), "number"),
    element("td", seconds(own), "number"), share(total, data.headers[0][1], "compile"));
  return row;
}));
if (data.headers.length === 0) {
  document.getElementById("headers-table").remove();
  document.getElementById("headers-note").textContent =
    "Nothing is known: no unit was compiled by Clang in this build.";
}
draw();
</script>
</body>
</html>
)page";

}  // namespace hull::tool
