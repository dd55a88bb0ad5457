// Which items are wanted. The form is the state: nothing is kept beside it.

const SELECTS = ['kind', 'confidence', 'state', 'check', 'target', 'owner'];

const ORDERS = {
  worst: (a, b) => a.index - b.index,
  place: (a, b) => compare(a.places[0].at, b.places[0].at) || a.places[0].line - b.places[0].line || a.index - b.index,
  check: (a, b) => compare(a.check, b.check) || a.index - b.index,
  oldest: (a, b) => compare(a.since ?? '~', b.since ?? '~') || a.index - b.index,
};

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

function fillFilters() {
  for (const severity of SEVERITIES) {
    const box = element('input', { type: 'checkbox', value: severity, id: `severity-${severity}` });
    const count = element('span', { class: 'number' });
    byId('severities').append(
      element('label', { class: `chip ${severity}` }, box, element('span', {}, severity), count));
  }
  fillSelect('state', (item) => item.state);
  fillSelect('check', (item) => item.check, (item) => `${item.check}: ${item.checkTitle}`);
  fillSelect('target', (item) => item.target);
  fillSelect('owner', (item) => item.owner);
}

function fillSelect(id, value, label = value) {
  const labels = new Map();
  for (const item of allItems) {
    if (value(item)) {
      labels.set(value(item), label(item));
    }
  }
  const select = byId(id);
  [...labels].sort((a, b) => compare(a[0], b[0])).forEach(([key, text]) => {
    select.append(element('option', { value: key }, text));
  });
  select.closest('.field').hidden = labels.size < (id === 'owner' ? 1 : 2);
}

function severityBoxes() {
  return [...byId('severities').querySelectorAll('input')];
}

// The wanted items in their order; counts on the way what each severity would show.
function filtered() {
  const wanted = new Set(severityBoxes().filter((box) => box.checked).map((box) => box.value));
  const search = byId('search').value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const accepted = byId('accepted').value;
  const chosen = SELECTS.map((id) => [id, byId(id).value]).filter(([, value]) => value);
  const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0]));
  const found = [];
  for (const item of allItems) {
    const fits =
      (!accepted || (accepted === 'accepted') === Boolean(item.accepted)) &&
      chosen.every(([id, value]) => item[id] === value) &&
      search.every((word) => item.words.includes(word));
    if (fits) {
      counts[item.severity]++;
      if (wanted.size === 0 || wanted.has(item.severity)) {
        found.push(item);
      }
    }
  }
  for (const box of severityBoxes()) {
    box.parentElement.querySelector('.number').textContent = counts[box.value].toLocaleString('en');
  }
  return found.sort(ORDERS[byId('sort').value]);
}

// For links that show a part of the list: nothing else stays chosen.
function choose(id, value) {
  byId('filters').reset();
  if (id === 'severity') {
    severityBoxes().forEach((box) => (box.checked = box.value === value));
  } else {
    byId(id).value = value;
  }
}
