// Texts that stand over each other, beyond the edge, or not whole in their field or name, in the page's frame once it is as wide
// as the argument says. What sticks to an edge of the window may stand over what scrolls below it, but not over itself.
const [width] = arguments;
const frame = document.querySelector("iframe");
frame.style.width = `${width}px`;
const inside = frame.contentDocument;
const style = (element) => frame.contentWindow.getComputedStyle(element);

function* around(element) {
  for (let each = element; each; each = each.parentElement) yield each;
}

// The part of a rectangle that is seen, where what stands around it cuts it off.
function seen(element, { left, right, top, bottom }) {
  const rest = { left, right, top, bottom };
  for (const each of around(element)) {
    if (style(each).overflowX !== "visible" || style(each).clipPath !== "none") {
      const box = each.getBoundingClientRect();
      rest.left = Math.max(rest.left, box.left);
      rest.right = Math.min(rest.right, box.right);
      rest.top = Math.max(rest.top, box.top);
      rest.bottom = Math.min(rest.bottom, box.bottom);
    }
  }
  return rest;
}

function places() {
  const found = [];
  const add = (text, element, boxes) => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return;
    const layer = [...around(element)].find((each) => /fixed|sticky/.test(style(each).position));
    for (const box of [...boxes].map((box) => seen(element, box))) {
      if (box.right - box.left > 2 && box.bottom - box.top > 2) found.push({ text, element, layer, box });
    }
  };
  const range = inside.createRange();
  const texts = inside.createTreeWalker(inside.querySelector("#app"), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    range.selectNodeContents(node);
    if (node.data.trim()) add(node.data.trim(), node.parentElement, range.getClientRects());
  }
  for (const input of inside.querySelectorAll("#app :is(input[inputmode], textarea)")) {
    add(input.value, input, input.getClientRects());
  }
  // What unfolds a row stands beside the row's last number.
  for (const icon of inside.querySelectorAll("#app summary > .icon")) add("fold", icon, icon.getClientRects());
  return found.sort((one, other) => one.box.top - other.box.top);
}

function overlaps() {
  const wrong = [];
  const found = places();
  const name = ({ text, element }) => `"${text.slice(0, 20)}" <${element.className}>`;
  for (const { text, element } of found) {
    if (element.matches("input, .node-name") && element.scrollWidth > element.clientWidth + 1) {
      wrong.push(`"${text}" is cut off`);
    }
  }
  found.forEach((one, place) => {
    if (one.box.right > inside.documentElement.clientWidth + 1) wrong.push(`${name(one)} beyond the edge`);
    for (const other of found.slice(place + 1)) {
      if (other.box.top > one.box.bottom) break;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      const isOther = one.element !== other.element || one.text !== other.text;
      if (across > 2 && down > 5 && isOther && one.layer === other.layer) wrong.push(`${name(one)} on ${name(other)}`);
    }
  });
  return wrong;
}

return new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => done(overlaps())));
});
