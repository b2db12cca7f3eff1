// Sorting by the heads of the columns. The table is whole and in its order without it.
(() => {
  'use strict';
  document.documentElement.classList.add('js');
  const table = document.querySelector('.sortable');
  const body = table.tBodies[0];
  const heads = Array.from(table.tHead.rows[0].cells);
  const text = new Intl.Collator(document.documentElement.lang, {numeric: true});
  const sort = (column, direction) => {
    const head = heads[column];
    const key = (row) => row.cells[column].dataset.key || '';
    const compare = head.dataset.sort === 'number'
      ? (a, b) => Number(key(a)) - Number(key(b))
      : (a, b) => text.compare(key(a), key(b));
    const rows = Array.from(body.rows);
    rows.sort((a, b) => (direction === 'ascending' ? compare(a, b) : compare(b, a)));
    body.append(...rows);
    heads.forEach((one) => one.removeAttribute('aria-sort'));
    head.setAttribute('aria-sort', direction);
  };
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener('click', () => {
      const first = head.dataset.sort === 'number' ? 'descending' : 'ascending';
      const other = first === 'descending' ? 'ascending' : 'descending';
      sort(column, head.getAttribute('aria-sort') === first ? other : first);
    });
  });
})();
