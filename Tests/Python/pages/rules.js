// Rules of accessibility for a page of results, in the manner of axe and pa11y: what WCAG 2.1 A and AA ask that a program
// can see. Runs in a browser, on the page as it is laid out, and leaves its findings in the document.
(() => {
  const faults = [];
  const fault = (rule, element, words) =>
    faults.push(`${rule}: ${words || ""} ${element ? element.outerHTML.slice(0, 120) : ""}`.trim());
  const all = (selector) => [...document.querySelectorAll(selector)];
  const isShown = (element) => element.getClientRects().length > 0;

  // Language and title of the page (3.1.1, 2.4.2).
  if (!/^(zh-CN|en)$/.test(document.documentElement.lang)) fault("html-lang", null, document.documentElement.lang);
  if (!document.title.trim()) fault("document-title");

  // Landmarks, one main, one banner, a way to skip to the content (1.3.1, 2.4.1).
  for (const name of ["header", "nav", "main", "footer"]) {
    if (all(`body > ${name}`).length !== 1) fault("landmark", null, name);
  }
  if (!all("nav[aria-label]").length) fault("landmark-name");
  const skip = document.querySelector("a.skip");
  if (!skip || !document.querySelector(skip.getAttribute("href"))) fault("bypass", skip);

  // Headings: one h1, first; no level skipped (1.3.1).
  const levels = all("h1, h2, h3, h4").map((heading) => Number(heading.tagName[1]));
  if (levels[0] !== 1 || levels.filter((level) => level === 1).length !== 1) fault("page-has-heading-one");
  levels.forEach((level, i) => { if (i && level > levels[i - 1] + 1) fault("heading-order", all("h1, h2, h3, h4")[i]); });

  // Ids are unique, references and links lead somewhere (4.1.1, 1.3.1).
  const ids = all("[id]").map((element) => element.id);
  ids.forEach((id, i) => { if (ids.indexOf(id) !== i) fault("duplicate-id", null, id); });
  for (const element of all("[aria-labelledby], [aria-describedby]")) {
    const names = `${element.getAttribute("aria-labelledby") || ""} ${element.getAttribute("aria-describedby") || ""}`;
    for (const id of names.trim().split(/\s+/)) {
      if (!(document.getElementById(id)?.textContent || "").trim()) fault("aria-reference", element, id);
    }
  }
  for (const link of all("a[href^='#']")) {
    if (!document.getElementById(link.getAttribute("href").slice(1))) fault("link-target", link);
    if (!link.textContent.trim()) fault("link-name", link);
  }

  // Pictures say what they are (1.1.1).
  for (const svg of all("svg")) {
    const name = svg.querySelector(":scope > title"), description = svg.querySelector(":scope > desc");
    if (svg.getAttribute("role") !== "img" || !name?.textContent.trim() || !description?.textContent.trim()) {
      fault("svg-img-alt", svg);
    }
  }

  // Tables have captions and headings that say what they head (1.3.1).
  for (const table of all("table")) {
    if (!table.caption?.textContent.trim()) fault("table-caption", table);
    const width = table.tHead?.rows[0]?.cells.length;
    for (const heading of table.querySelectorAll("th")) {
      if (!/^(row|col)$/.test(heading.scope)) fault("scope-attr-valid", heading);
      if (!heading.textContent.trim()) fault("empty-table-header", heading);
    }
    for (const row of table.tBodies[0].rows) if (row.cells.length !== width) fault("td-headers", row);
  }
  for (const summary of all("summary")) if (!summary.textContent.trim()) fault("summary-name", summary);
  for (const region of all("[role=region]")) if (!region.getAttribute("aria-label")) fault("region-name", region);

  // What scrolls by itself can be reached with the keyboard (2.1.1).
  for (const element of all("div, pre")) {
    if (isShown(element) && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === "auto"
      && element.tabIndex < 0) fault("scrollable-region-focusable", element);
  }

  // Contrast of words with their ground, computed styles (1.4.3). Words in bars have the bar for a ground: a test of the
  // program covers those.
  const parse = (colour) => { const n = colour.match(/[\d.]+/g).map(Number); return n.length < 4 || n[3] ? n : null; };
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = parse(getComputedStyle(e).backgroundColor);
      if (colour) return colour;
    }
    return [255, 255, 255];
  };
  const contrast = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  for (const element of all("h1, h2, h3, p, li, a, th, td, caption, summary, pre")) {
    if (!isShown(element)) continue;
    const ratio = contrast(parse(getComputedStyle(element).color), ground(element));
    if (ratio < 4.5) fault("color-contrast", element, ratio.toFixed(2));
  }
  for (const text of all("svg text")) {
    if (text.getAttribute("fill") === "#ffffff" || text.closest("svg").querySelector("rect[data-ground]")) continue;
    const ratio = contrast(parse(getComputedStyle(text).fill), [255, 255, 255]);
    if (ratio < 4.5) fault("color-contrast", text, ratio.toFixed(2));
  }

  // The page is no wider than the screen (1.4.10), its words no smaller than can be read.
  if (document.documentElement.scrollWidth > innerWidth + 1) {
    const wide = all("body *").find((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".wide, pre"));
    fault("reflow", wide, `${document.documentElement.scrollWidth} > ${innerWidth}`);
  }
  for (const text of all("svg text")) {
    const scale = text.ownerSVGElement.getBoundingClientRect().width / text.ownerSVGElement.viewBox.baseVal.width;
    if (scale && Number(text.getAttribute("font-size")) * scale < 9) fault("readable", text, scale.toFixed(2));
  }

  // Words of a picture lie inside it and not on each other.
  for (const svg of all("svg")) {
    if (!isShown(svg)) continue;
    const frame = svg.getBoundingClientRect();
    const boxes = [...svg.querySelectorAll("text")].map((text) => [text, text.getBoundingClientRect()]);
    boxes.forEach(([text, box], i) => {
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1) fault("clipped", text);
      for (const [other, otherBox] of boxes.slice(i + 1)) {
        const across = Math.min(box.right, otherBox.right) - Math.max(box.left, otherBox.left);
        const down = Math.min(box.bottom, otherBox.bottom) - Math.max(box.top, otherBox.top);
        if (across > 3 && down > 0.45 * Math.min(box.height, otherBox.height)) {
          fault("overlap", text, `'${text.textContent}' and '${other.textContent}'`);
        }
      }
    });
  }

  // Nothing is fetched and nothing of the page's own is run.
  for (const element of all("script:not([data-rules]), iframe, object, embed, link, img, form")) fault("foreign", element);
  for (const element of all("*")) {
    for (const attribute of element.attributes) {
      if (/^on/.test(attribute.name) || /^\s*javascript:/i.test(attribute.value)) fault("runs", element, attribute.name);
    }
  }
  if (window.wasRun) fault("runs", null, "a text of a user was run");

  const list = document.createElement("pre");
  list.id = "findings";
  list.textContent = JSON.stringify({ faults, pictures: all("svg").length, tables: all("table").length, width: innerWidth });
  document.body.append(list);
})();
