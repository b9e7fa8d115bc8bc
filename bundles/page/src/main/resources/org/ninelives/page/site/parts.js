// Parts that the sections of the page are made of.

import { h, Component, createRef } from '/preact.js';

const GOOD = new Set(['MASTER', 'UP', 'GOOD', 'Up', 'PASSED', 'APPLIED', 'UNCHANGED']);
const BAD = new Set(['FAULT', 'DOWN', 'BAD', 'Down', 'FAILED', 'ABSENT', 'REFUSED']);
const SIGNS = { good: '●', bad: '▲', calm: '○' };

export const mood = state => (GOOD.has(state) ? 'good' : BAD.has(state) ? 'bad' : 'calm');

/** A state in words, with a sign for those who do not tell colours apart. */
export const State = ({ state }) =>
  h('span', { class: 'state ' + mood(state) }, h('span', { 'aria-hidden': 'true' }, SIGNS[mood(state)] + ' '), state);

export const time = millis => (millis ? new Date(millis).toLocaleString() : '');

/** A row of a table, drawn anew only when what it shows is another. */
class Row extends Component {
  shouldComponentUpdate(next) {
    return next.row !== this.props.row || next.acts !== this.props.acts;
  }

  render({ row, columns, open, acts }) {
    return h('tr', { 'data-key': row.key },
      columns.map(([label, cell], i) => h(i === 0 ? 'th' : 'td', { scope: i === 0 ? 'row' : undefined, 'data-label': label }, cell(row))),
      open && h('td', { class: 'acts' },
        h('button', { class: 'outline', onClick: () => open(row.key), 'aria-haspopup': 'dialog',
          'aria-label': (acts ? 'Explain or change ' : 'Explain ') + (row.name ?? row.subject) }, acts ? 'Open' : 'Explain')));
  }
}

/** A table of rows; on a narrow screen each row is a card. */
export const Table = ({ label, rows, columns, open, acts, count }) =>
  h('table', { 'aria-label': label, 'aria-rowcount': count },
    h('thead', null, h('tr', null, columns.map(([name]) => h('th', { scope: 'col' }, name)),
      open && h('th', { scope: 'col' }, h('span', { class: 'hidden' }, 'Orders')))),
    h('tbody', null, rows.map(row => h(Row, { key: row.key, row, columns, open, acts }))));

/** A part of the page with a heading; nothing where it has no rows. */
export const Section = ({ id, title, count, children }) =>
  h('section', { id, 'aria-labelledby': id + '-title' },
    h('h2', { id: id + '-title' }, title, count > 1 && h('small', null, ' ' + count)), children);

const PAGE_ROWS = 50;

/** A table of many rows: words to find some, only those not well, and pages. */
export class Finder extends Component {
  state = { words: '', troubled: false, page: 0 };
  #texts = new WeakMap();

  #text(row) {
    if (!this.#texts.has(row)) {
      this.#texts.set(row, Object.values(row).flat().map(each => each?.keyword ?? each).join(' ').toLowerCase());
    }
    return this.#texts.get(row);
  }

  #found(rows) {
    const words = this.state.words.toLowerCase().split(/\s+/).filter(word => word);
    return rows.filter(row =>
      (!this.state.troubled || mood(row.state) !== 'good') && words.every(word => this.#text(row).includes(word)));
  }

  render({ rows, label, ...table }, { words, troubled, page }) {
    const found = this.#found(rows);
    const pages = Math.max(1, Math.ceil(found.length / PAGE_ROWS));
    const shown = Math.min(page, pages - 1);
    const turn = by => this.setState({ page: shown + by });
    return h('div', null,
      h('div', { class: 'finder', role: 'search' },
        h('input', { type: 'search', 'aria-label': 'Find ' + label, placeholder: 'Find: name, address, check, state', value: words,
          onInput: e => this.setState({ words: e.target.value, page: 0 }) }),
        h('label', null, h('input', { type: 'checkbox', role: 'switch', checked: troubled,
          onChange: e => this.setState({ troubled: e.target.checked, page: 0 }) }), 'Only those not up'),
        h('output', null, found.length + ' of ' + rows.length)),
      h(Table, { label, rows: found.slice(shown * PAGE_ROWS, (shown + 1) * PAGE_ROWS), count: found.length + 1, ...table }),
      pages > 1 && h('nav', { 'aria-label': 'Pages of ' + label, class: 'pages' },
        h('button', { class: 'outline', disabled: shown === 0, onClick: () => turn(-1) }, 'Previous'),
        h('span', null, `Page ${shown + 1} of ${pages}`),
        h('button', { class: 'outline', disabled: shown === pages - 1, onClick: () => turn(1) }, 'Next')));
  }
}

/** A dialog that takes the focus while it is there, and gives it back. */
export class Dialog extends Component {
  #element = createRef();

  componentDidMount() {
    this.#element.current.showModal();
  }

  render({ title, close, children }) {
    return h('dialog', { ref: this.#element, onClose: close, 'aria-labelledby': 'dialog-title' },
      h('article', null,
        h('header', null,
          h('button', { class: 'close', 'aria-label': 'Close', rel: 'prev', onClick: () => this.#element.current.close() }),
          h('h3', { id: 'dialog-title' }, title)),
        children));
  }
}
