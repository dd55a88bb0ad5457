// The items of the data block, with the texts that they share put back in.

const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'];

function readItems() {
  const block = byId('data');
  if (!block) {
    return [];
  }
  const { items, checks, texts } = JSON.parse(block.textContent);
  const titles = new Map(checks.map((check) => [check.id, check.title]));
  items.forEach((item, index) => {
    item.index = index;
    for (const name of ['check', 'target', 'title', 'state']) {
      item[name] = texts[item[name]];
    }
    for (const name of ['evidence', 'opens', 'steps', 'references']) {
      item[name] = item[name].map((text) => texts[text]);
    }
    for (const place of item.places) {
      place.note = place.note === undefined ? '' : texts[place.note];
    }
    item.checkTitle = titles.get(item.check) ?? item.title;
    item.words = words(item);
  });
  return items;
}

// What the search looks through.
function words(item) {
  const parts = [item.title, item.check, item.summary, item.target, item.owner, item.fingerprint, item.accepted];
  parts.push(...item.opens);
  item.places.forEach((place) => parts.push(place.at, place.note));
  item.timeline.forEach((event) => parts.push(event.text));
  return parts.filter(Boolean).join('\n').toLowerCase();
}

const allItems = readItems();
