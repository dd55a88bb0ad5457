// What opens below a title: what to do, why it is believed, its life, and every place.

function detail(item) {
  return element('div', { class: 'sheet' },
    element('div', { class: 'column' }, remedy(item), opens(item), evidence(item)),
    element('div', { class: 'column' }, timeline(item), places(item)));
}

function remedy(item) {
  const title = item.kind === 'credential' ? 'Revoke, replace, remove' : 'What to do';
  const steps = item.steps.map((step) => element('li', {}, step));
  return part(title, element(steps.length > 1 ? 'ol' : 'ul', { class: 'steps' }, ...steps), references(item));
}

// The first line sums up, the others tell one thing each.
function opens(item) {
  if (item.opens.length === 0) {
    return null;
  }
  const [summary, ...reached] = item.opens;
  const list = reached.map((one) => element('li', {}, one));
  return part('What it opens', element('p', {}, summary), element('ul', { class: 'opens' }, ...list));
}

function references(item) {
  const links = item.references.filter((reference) => /^https?:\/\//.test(reference));
  if (links.length === 0) {
    return null;
  }
  const list = links.map((link) =>
    element('li', {}, element('a', { href: link, rel: 'noopener noreferrer', target: '_blank' }, link)));
  return element('ul', { class: 'references', 'aria-label': 'References' }, ...list);
}

function evidence(item) {
  const facts = element('dl', { class: 'facts' });
  const tell = (name, ...value) => facts.append(element('dt', {}, name), element('dd', {}, ...value));
  item.evidence.forEach((sentence) => tell('Proof', sentence));
  if (item.kind === 'credential') {
    tell('Value', element('code', {}, item.summary));
    tell('Fingerprint', element('code', {}, item.fingerprint));
  } else {
    tell('Complaint', item.summary);
  }
  tell('Check', element('code', {}, item.check));
  tell('Confidence', item.confidence);
  if (item.target) {
    tell('Target', item.target);
  }
  if (item.owner) {
    tell('Owner', item.owner);
  }
  if (item.accepted) {
    tell('Accepted', item.accepted);
  }
  return part('Evidence', facts);
}

function timeline(item) {
  if (item.timeline.length === 0) {
    return null;
  }
  const events = item.timeline.map((event) =>
    element('li', { class: event.lane },
      element('span', { class: 'lane' }, event.lane),
      event.time ? element('time', { datetime: event.time }, event.day) : element('span', {}, ''),
      element('span', { class: 'what' }, event.text)));
  return part('Timeline', element('ol', { class: 'timeline' }, ...events));
}

function places(item) {
  const list = item.places.map((place) =>
    element('li', {},
      element('code', {}, `${place.at}:${place.line}:${place.column}`),
      place.note ? element('span', { class: 'aside' }, place.note) : null));
  const rest = item.placeCount - item.places.length;
  return part(
    item.kind === 'credential' ? plural(item.placeCount, 'place') : 'Places',
    element('ul', { class: 'places' }, ...list),
    rest > 0 ? element('p', { class: 'aside' }, `and ${plural(rest, 'more place')}, which the JSON report lists`) : null);
}

function part(title, ...children) {
  return element('section', {}, element('h3', {}, title), ...children);
}
