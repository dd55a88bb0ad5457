// The list, a page at a time: what is not on the page is not in the document, so 5,000 items filter
// as fast as 50.

const PAGE = 50;
const MOST_PRINTED = 500;
const MOST_OPENED = 20;

let wantedItems = [];
let pageNumber = 0;

function refresh() {
  wantedItems = filtered();
  show(0);
}

function show(number) {
  const pages = Math.max(1, Math.ceil(wantedItems.length / PAGE));
  pageNumber = Math.min(Math.max(number, 0), pages - 1);
  const from = pageNumber * PAGE;
  draw(wantedItems.slice(from, from + PAGE), 0);
  const last = Math.min(from + PAGE, wantedItems.length);
  const range = pages > 1 ? `${(from + 1).toLocaleString('en')} to ${last.toLocaleString('en')} of ` : '';
  byId('shown').textContent = wantedItems.length === 0
    ? 'Nothing fits these filters.'
    : `${range}${wantedItems.length.toLocaleString('en')} shown, ${allItems.length.toLocaleString('en')} in all`;
  byId('pages').hidden = pages === 1;
  byId('page').textContent = `Page ${pageNumber + 1} of ${pages}`;
  byId('previous').disabled = pageNumber === 0;
  byId('next').disabled = pageNumber === pages - 1;
}

// The first of the items are opened, as many as it is told.
function draw(items, opened) {
  byId('items').tBodies[0].replaceChildren(...items.flatMap((item, at) => rows(item, at < opened)));
}

function rows(item, opened) {
  const below = element('tr', { class: 'below', id: `item-${item.index}`, hidden: true },
    element('td', { colspan: '5' }));
  const title = element('button', { type: 'button', 'aria-expanded': 'false', 'aria-controls': below.id }, item.title);
  title.addEventListener('click', () => toggle(title, below, item));
  const more = item.placeCount - 1;
  const place = item.places[0];
  const row = element('tr', { class: 'item' },
    element('td', { class: 'severity' }, element('span', { class: `badge ${item.severity}` }, item.severity)),
    element('th', { scope: 'row' }, title,
      item.kind === 'credential' ? element('code', { class: 'summary' }, item.summary) : element('span', { class: 'summary' }, item.summary),
      element('span', { class: 'aside' }, item.check)),
    element('td', { class: 'place' }, element('code', {}, `${place.at}:${place.line}`),
      place.note ? element('span', { class: 'aside' }, place.note) : null,
      more > 0 ? element('span', { class: 'aside' }, `and ${plural(more, 'more place')}`) : null,
      item.target ? element('span', { class: 'aside' }, item.target) : null),
    element('td', { class: 'sure' }, item.confidence),
    element('td', { class: 'status' }, status(item)));
  if (opened) {
    toggle(title, below, item);
  }
  return [row, below];
}

function status(item) {
  if (item.accepted) {
    return 'accepted';
  }
  return item.state || 'open';
}

function toggle(title, below, item) {
  const open = title.getAttribute('aria-expanded') !== 'true';
  title.setAttribute('aria-expanded', String(open));
  below.hidden = !open;
  if (open && !below.firstChild.firstChild) {
    below.firstChild.append(detail(item));
  }
}

function titles() {
  return [...byId('items').querySelectorAll('tr.item button')];
}

function moveFocus(step) {
  const all = titles();
  const at = all.indexOf(document.activeElement);
  all[Math.min(Math.max(at + step, 0), all.length - 1)]?.focus();
}

function turn(step) {
  const before = pageNumber;
  show(pageNumber + step);
  if (pageNumber !== before) {
    titles()[0]?.focus();
  }
}

function listKeys(event) {
  const onTitle = event.target.matches?.('tr.item button');
  const writing = event.target.matches?.('input, select, textarea');
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (event.key === '/' && !writing) {
    byId('search').focus();
  } else if (event.key === 'ArrowDown' && (onTitle || event.target.id === 'search')) {
    moveFocus(1);
  } else if (event.key === 'ArrowUp' && onTitle) {
    moveFocus(-1);
  } else if (event.key === 'ArrowRight' && onTitle) {
    turn(1);
  } else if (event.key === 'ArrowLeft' && onTitle) {
    turn(-1);
  } else if (event.key === 'Escape' && event.target.id === 'search') {
    event.target.value = '';
    refresh();
  } else {
    return;
  }
  event.preventDefault();
}

// Paper has no pages to turn: what fits the filters is printed up to a limit, and the first of it opened.
function printList() {
  draw(wantedItems.slice(0, MOST_PRINTED), MOST_OPENED);
  const count = wantedItems.length.toLocaleString('en');
  const some = wantedItems.length > MOST_PRINTED
    ? `The first ${MOST_PRINTED} of ${count}`
    : `${count} of ${allItems.length.toLocaleString('en')}`;
  byId('shown').textContent = wantedItems.length > MOST_OPENED
    ? `${some}, ${MOST_OPENED} of them in detail; filter the list to print others.`
    : some;
}

function startList() {
  if (!byId('filters')) {
    return;
  }
  fillFilters();
  const form = byId('filters');
  form.addEventListener('input', refresh);
  form.addEventListener('reset', () => setTimeout(refresh));
  form.addEventListener('submit', (event) => event.preventDefault());
  byId('previous').addEventListener('click', () => turn(-1));
  byId('next').addEventListener('click', () => turn(1));
  document.addEventListener('keydown', listKeys);
  addEventListener('beforeprint', printList);
  addEventListener('afterprint', () => show(pageNumber));
  document.querySelectorAll('a[data-severity], a[data-check]').forEach((link) => {
    link.addEventListener('click', () => {
      const { severity, check } = link.dataset;
      choose(severity ? 'severity' : 'check', severity ?? check);
      refresh();
    });
  });
  refresh();
}
