/* Draws the charts of a page from the figures in data-chart. The tables beside them say the same in words. */
(function () {
  "use strict";

  const HUES = ["--accent", "--bad", "--good", "--warn", "--sealed", "--info", "--quiet"];
  // more lines than this are drawn thin and without a key
  const NAMED = 12;
  const INTERVAL = "95 %";

  /* Colours are named in the theme, light and dark; only an element knows which of them holds. */
  function colour(name) {
    const probe = document.createElement("span");
    probe.style.color = "var(" + name + ")";
    document.body.append(probe);
    const found = getComputedStyle(probe).color;
    probe.remove();
    return found;
  }

  function faded(rgb) {
    return rgb.replace("rgb(", "rgba(").replace(")", ", 0.35)");
  }

  function bars(figures) {
    return figures.lines.map((line, at) => ({
      type: "bar", label: line.name, data: line.values, backgroundColor: colour(HUES[at % HUES.length]), maxBarThickness: 40
    }));
  }

  function courses(figures) {
    const ink = faded(colour("--accent"));
    return figures.lines.map((line) => ({
      type: "line", label: line.name, data: line.values, borderColor: ink, backgroundColor: ink, borderWidth: 1, pointRadius: 2,
      spanGaps: true
    }));
  }

  /* The interval is a thin bar from its lower to its upper end. */
  function means(figures) {
    return figures.lines.flatMap((line, at) => meanOf(line, colour(HUES[at % HUES.length])));
  }

  function meanOf(line, ink) {
    return [
      { type: "line", label: line.name, data: line.values, borderColor: ink, backgroundColor: ink, borderWidth: 2, pointRadius: 4,
        spanGaps: true, order: 0 },
      { type: "bar", label: INTERVAL, data: line.low.map((low, at) => low === null ? null : [low, line.high[at]]),
        backgroundColor: faded(ink), maxBarThickness: 6, grouped: false, order: 1 }
    ];
  }

  const KINDS = { bars, courses, means };

  function axes(figures) {
    const soft = colour("--ink-soft");
    const rule = colour("--line");
    const drawn = figures.lines.flatMap((line) => line.values).some((value) => value);
    return {
      x: { ticks: { color: soft, maxRotation: 60 }, grid: { display: false } },
      y: { ticks: { color: soft }, grid: { color: rule }, title: { display: true, text: figures.axis, color: soft },
        // of nothing but zeros an axis would count in tenths
        ...(drawn ? {} : { min: 0, max: 10 }) }
    };
  }

  function draw(canvas) {
    const figures = JSON.parse(canvas.dataset.chart);
    const known = Chart.getChart(canvas);
    if (known) {
      known.destroy();
    }
    new Chart(canvas, {
      data: { labels: figures.labels, datasets: KINDS[figures.kind](figures) },
      options: {
        animation: false,
        locale: document.documentElement.lang,
        maintainAspectRatio: false,
        scales: axes(figures),
        plugins: {
          legend: {
            display: figures.lines.length > 1 && figures.lines.length <= NAMED && figures.kind !== "courses",
            position: "bottom",
            labels: { color: colour("--ink"), boxWidth: 12, filter: (entry) => entry.text !== INTERVAL }
          }
        }
      }
    });
  }

  function drawAll() {
    document.querySelectorAll("canvas[data-chart]").forEach(draw);
  }

  drawAll();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  new MutationObserver(drawAll).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  /* Paper is white and has the page's width, not the window's; what is folded away on the screen is read there too. */
  const root = document.documentElement;
  let folded = [];
  addEventListener("beforeprint", () => {
    root.style.colorScheme = "light";
    drawAll();
    document.querySelectorAll("canvas[data-chart]").forEach((canvas) => { Chart.getChart(canvas).resize(640, 320); });
    folded = [...document.querySelectorAll("details.figures:not([open])")];
    folded.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => {
    root.style.colorScheme = "";
    folded.forEach((details) => { details.open = false; });
    drawAll();
  });
})();
