// The picture of who reaches what: moved, zoomed, and one way or all ways through a box lit up.

function startAccess() {
  const map = byId('map');
  if (!map) {
    return;
  }
  const svg = map.querySelector('svg');
  const boxes = [...svg.querySelectorAll('[data-box]')].sort((a, b) => a.dataset.box - b.dataset.box);
  const arrows = [...svg.querySelectorAll('[data-from]')].map((node) => ({
    node,
    from: Number(node.dataset.from),
    to: Number(node.dataset.to),
    why: node.querySelector('title').textContent,
  }));
  const look = startView(map, svg);

  function light(litBoxes, litArrows) {
    look.at([...litBoxes].map((i) => boxes[i].getBBox()));
    svg.classList.add('chosen');
    boxes.forEach((box, i) => box.classList.toggle('lit', litBoxes.has(i)));
    arrows.forEach((arrow) => arrow.node.classList.toggle('lit', litArrows.has(arrow)));
  }

  function tell(text, steps) {
    const list = steps.map((arrow) => element('li', {}, arrow.why));
    byId('way').replaceChildren(element('p', {}, text), ...(list.length ? [element('ol', {}, ...list)] : []));
  }

  function reset() {
    svg.classList.remove('chosen');
    look.fit();
    byId('way').replaceChildren();
  }

  // All that can be reached over the arrows, forwards or backwards.
  function closure(start, ahead) {
    const seen = new Set([start]);
    const open = [start];
    while (open.length) {
      const at = open.pop();
      for (const arrow of arrows) {
        const [here, there] = ahead ? [arrow.from, arrow.to] : [arrow.to, arrow.from];
        if (here === at && !seen.has(there)) {
          seen.add(there);
          open.push(there);
        }
      }
    }
    return seen;
  }

  function shortest(from, to) {
    const by = new Map([[from, null]]);
    const open = [from];
    while (open.length && !by.has(to)) {
      const at = open.shift();
      for (const arrow of arrows) {
        if (arrow.from === at && !by.has(arrow.to)) {
          by.set(arrow.to, arrow);
          open.push(arrow.to);
        }
      }
    }
    const steps = [];
    for (let arrow = by.get(to); arrow; arrow = by.get(arrow.from)) {
      steps.unshift(arrow);
    }
    return steps;
  }

  function name(index) {
    return boxes[index].querySelector('title').textContent.trim();
  }

  function showWay(from, to) {
    const steps = shortest(from, to);
    if (steps.length === 0) {
      light(new Set([from, to]), new Set());
      tell(`No way leads from ${name(from)} to ${name(to)}.`, []);
      return;
    }
    light(new Set(steps.flatMap((arrow) => [arrow.from, arrow.to])), new Set(steps));
    tell(`${name(from)} reaches ${name(to)} in ${plural(steps.length, 'step')}:`, steps);
  }

  function showThrough(index, ahead, back) {
    const after = ahead ? closure(index, true) : new Set([index]);
    const before = back ? closure(index, false) : new Set([index]);
    const lit = new Set([...after, ...before]);
    light(lit, new Set(arrows.filter((arrow) =>
      (after.has(arrow.from) && after.has(arrow.to) && ahead) ||
      (before.has(arrow.from) && before.has(arrow.to) && back))));
    const told = [];
    if (ahead) {
      told.push(`${name(index)} can reach ${plural(after.size - 1, 'other')}.`);
    }
    if (back) {
      told.push(`${plural(before.size - 1, 'other')} can reach ${name(index)}.`);
    }
    tell(told.join(' '), []);
  }

  function update() {
    const from = byId('from').value;
    const to = byId('to').value;
    if (from && to) {
      showWay(Number(from), Number(to));
    } else if (from || to) {
      showThrough(Number(from || to), Boolean(from), Boolean(to));
    } else {
      reset();
    }
  }

  byId('ways').addEventListener('change', update);
  byId('ways').addEventListener('reset', () => setTimeout(update));
  byId('ways').addEventListener('submit', (event) => event.preventDefault());
  boxes.forEach((box, i) => box.addEventListener('click', () => {
    byId('ways').querySelectorAll('select').forEach((select) => (select.value = ''));
    showThrough(i, true, true);
  }));
}

// Zoom and place are the viewBox, so that the browser draws lines sharp at every size.
function startView(map, svg) {
  const whole = svg.viewBox.baseVal;
  const full = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
  let view = full;
  svg.removeAttribute('width');
  svg.removeAttribute('height');
  map.style.aspectRatio = `${Math.max(full.width, map.clientWidth)} / ${full.height}`;

  function apply() {
    svg.setAttribute('viewBox', `${view.x} ${view.y} ${view.width} ${view.height}`);
  }

  function zoom(factor, centreX = 0.5, centreY = 0.5) {
    const width = Math.min(Math.max(view.width * factor, full.width / 40), full.width * 2);
    const height = view.height * (width / view.width);
    view = {
      x: view.x + (view.width - width) * centreX,
      y: view.y + (view.height - height) * centreY,
      width,
      height,
    };
    apply();
  }

  function move(dx, dy) {
    view = { ...view, x: view.x + view.width * dx, y: view.y + view.height * dy };
    apply();
  }

  function fit() {
    at([full], 0);
  }

  // Shows these rectangles with room around them, never larger than life.
  function at(rectangles, room = 24) {
    const left = Math.min(...rectangles.map((one) => one.x));
    const top = Math.min(...rectangles.map((one) => one.y));
    const right = Math.max(...rectangles.map((one) => one.x + one.width));
    const bottom = Math.max(...rectangles.map((one) => one.y + one.height));
    const width = Math.max(right - left + 2 * room, map.clientWidth);
    const height = Math.max(bottom - top + 2 * room, map.clientHeight);
    view = { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height };
    apply();
  }

  const KEYS = {
    ArrowLeft: () => move(-0.1, 0),
    ArrowRight: () => move(0.1, 0),
    ArrowUp: () => move(0, -0.1),
    ArrowDown: () => move(0, 0.1),
    '+': () => zoom(0.8),
    '=': () => zoom(0.8),
    '-': () => zoom(1.25),
    0: fit,
  };
  map.addEventListener('keydown', (event) => {
    const act = KEYS[event.key];
    if (act && !event.ctrlKey && !event.metaKey && !event.altKey) {
      act();
      event.preventDefault();
    }
  });
  byId('closer').addEventListener('click', () => zoom(0.8));
  byId('farther').addEventListener('click', () => zoom(1.25));
  byId('fit').addEventListener('click', fit);

  // The plain wheel scrolls the page, as everywhere.
  map.addEventListener('wheel', (event) => {
    if (event.ctrlKey || event.metaKey) {
      const at = svg.getBoundingClientRect();
      zoom(event.deltaY > 0 ? 1.1 : 0.9, (event.clientX - at.left) / at.width, (event.clientY - at.top) / at.height);
      event.preventDefault();
    }
  }, { passive: false });

  let grip = null;
  map.addEventListener('pointerdown', (event) => {
    grip = event.button === 0 ? { x: event.clientX, y: event.clientY, moved: false } : null;
  });
  map.addEventListener('pointermove', (event) => {
    if (!grip) {
      return;
    }
    const at = svg.getBoundingClientRect();
    const scale = Math.max(view.width / at.width, view.height / at.height);
    if (!grip.moved && Math.hypot(event.clientX - grip.x, event.clientY - grip.y) < 4) {
      return;
    }
    if (!grip.moved) {
      grip.moved = true;
      map.setPointerCapture(event.pointerId);
    }
    view = { ...view, x: view.x - (event.clientX - grip.x) * scale, y: view.y - (event.clientY - grip.y) * scale };
    grip = { x: event.clientX, y: event.clientY, moved: true };
    apply();
  });
  for (const end of ['pointerup', 'pointercancel']) {
    map.addEventListener(end, () => (grip = null));
  }

  fit();
  return { at, fit };
}
