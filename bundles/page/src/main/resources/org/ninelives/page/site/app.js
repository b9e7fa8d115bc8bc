// The page: log in, see everything, open a thing to have it explained or changed.

import { h, render, Component, createRef } from '/preact.js';
import { Daemon } from '/daemon.js';
import { ordersOf } from '/orders.js';
import { Dialog, Finder, Section, State, Table, time } from '/parts.js';

const EVENTS_SHOWN = 15;
const state = ['State', row => h(State, { state: row.state })];
const lines = list => list.map(line => h('div', null, line));
const passed = row => row.checks.filter(check => check.verdict === 'PASSED').length;
/** For a ref: one function for all times, so that it is called once for an element. */
const takeFocus = element => element?.focus();
const byHand = row => row.overrides.length > 0 && h('mark', null, row.overrides.join(', '));

const COLUMNS = {
  instance: [
    ['Virtual router', row => row.name], state,
    ['Priority', row => [row.priority, row.priority !== row.configured && h('small', null, ` (file ${row.configured})`)]],
    ['Interface', row => `${row.interface}, VRID ${row.vrid}`],
    ['Addresses', row => lines(row.addresses)],
    ['Why', row => [row.splitBrain && h('strong', { class: 'bad' }, 'SPLIT BRAIN '), row.reason, ' ', byHand(row)]],
    ['Since', row => time(row.since)],
  ],
  group: [['Sync group', row => row.name], state, ['Members', row => lines(row.members)], ['Since', row => time(row.since)]],
  virtual: [
    ['Virtual server', row => row.name], state,
    ['Servers up', row => `${row.liveServers} of ${row.servers}`],
    ['Weight', row => `${row.liveWeight}, quorum ${row.quorum}`],
    ['Notes', row => [row.sorry && 'sorry server serves ', row.suspended && 'checks rest ', !row.inKernel && 'not in the kernel ', byHand(row)]],
  ],
  server: [
    ['Real server', row => row.name], ['Virtual server', row => row.virtual], state,
    ['Weight', row => [row.weight, row.weight !== row.configured && h('small', null, ` (file ${row.configured})`)]],
    ['Connections', row => (row.active < 0 ? '–' : `${row.active} + ${row.inactive}`)],
    ['Checks', row => (row.checks.length === 0 ? 'none' : `${passed(row)} of ${row.checks.length} passed`)],
    ['Why', row => [row.reason, ' ', byHand(row)]],
  ],
  tracker: [
    ['Tracker', row => `${row.what} ${row.name}`], state, ['Used by', row => row.users.join(', ')],
    ['Last change', row => row.reason], ['Since', row => time(row.since)],
  ],
  bfd: [['BFD session', row => row.name], state, ['Neighbour', row => row.neighbour], ['Went down last', row => row.reason], ['Since', row => time(row.since)]],
  override: [
    ['Set by hand', row => `${row.what} of ${row.subject}`], ['Now', row => row.value], ['Without it', row => row.configured],
    ['By', row => row.by], ['Set', row => time(row.since)], ['Until', row => time(row.until) || row.lasting.toLowerCase().replace('_', ' ')],
  ],
};

class Login extends Component {
  state = { error: '', busy: false };
  #error = createRef();

  async #submit(e, daemon) {
    e.preventDefault();
    const { name, password } = e.target.elements;
    this.setState({ busy: true, error: '' });
    try {
      await daemon.login(name.value, password.value);
    } catch (error) {
      password.value = '';
      this.setState({ busy: false, error: error.message });
      this.#error.current.focus();
    }
  }

  render({ daemon }, { error, busy }) {
    return h('main', { class: 'login' },
      h('h1', null, 'Ninelives'),
      h('form', { onSubmit: e => this.#submit(e, daemon), 'aria-busy': busy },
        h('label', null, 'User', h('input', { name: 'name', autocomplete: 'username', required: true, ref: takeFocus })),
        h('label', null, 'Password', h('input', { name: 'password', type: 'password', autocomplete: 'current-password', required: true })),
        h('p', { role: 'alert', tabindex: -1, ref: this.#error, class: 'bad' }, error || daemon.parting),
        h('button', { type: 'submit', disabled: busy }, 'Log in')),
      h('p', null, h('small', null, 'The users of JMX: monitor may look, control may also act. The log of the daemon says where the passwords are.')));
  }
}

const Field = ({ field }) =>
  h('label', null, field.label, field.options
    ? h('select', { name: field.name }, field.options.map(([value, text]) => h('option', { value }, text)))
    : h('input', { name: field.name, type: field.type, min: field.min, max: field.max, defaultValue: field.value, required: true }));

/**
 * One thing: the orders for it, each with a question before it is done; then what explains it, its checks and more,
 * below since it comes later and changes: that moves no button from under a finger.
 */
class Thing extends Component {
  state = { sentences: null, order: null, error: '', done: '', busy: false };

  componentDidMount() {
    this.explain();
  }

  async explain() {
    const { row, daemon } = this.props;
    if (['instance', 'virtual', 'server'].includes(row.kind)) {
      try {
        this.setState({ sentences: await daemon.act(row.bean, 'explain', []) });
      } catch (error) {
        this.setState({ sentences: [error.message] });
      }
    }
  }

  async #confirm(e) {
    e.preventDefault();
    const { row, daemon } = this.props;
    const { order } = this.state;
    const values = order.values?.(row) ?? (order.fields?.(row) ?? []).map(field => e.target.elements[field.name].value);
    this.setState({ busy: true, error: '' });
    try {
      const answer = await daemon.act(row.bean, order.operation, values);
      this.setState({ busy: false, order: null, done: answer?.summary ?? order.label + ': done' });
      this.explain();
    } catch (error) {
      this.setState({ busy: false, error: error.message });
    }
  }

  #question(row, order, busy) {
    return h('form', { onSubmit: e => this.#confirm(e), 'aria-busy': busy },
      h('p', null, h('strong', null, `${order.label}: `), order.help),
      (order.fields?.(row) ?? []).map(field => h(Field, { key: field.name, field })),
      h('div', { class: 'buttons' },
        h('button', { type: 'button', class: 'secondary', onClick: () => this.setState({ order: null, error: '' }) }, 'Cancel'),
        h('button', { type: 'submit', disabled: busy, ref: takeFocus }, `Confirm: ${order.label}`)));
  }

  render({ row, daemon, close }, { sentences, order, error, done, busy }) {
    return h(Dialog, { title: row.name ?? row.subject ?? 'Configuration', close },
      row.state && h('p', null, h(State, { state: row.state })),
      order ? this.#question(row, order, busy)
        : daemon.mayAct && h('div', { class: 'buttons' }, ordersOf(row).map(each =>
          h('button', { class: 'outline', onClick: () => this.setState({ order: each, done: '', error: '' }) }, each.label + '…'))),
      h('p', { role: 'status' }, done),
      h('p', { role: 'alert', class: 'bad' }, error),
      sentences && h('ul', { class: 'sentences' }, sentences.map(sentence => h('li', null, sentence))),
      row.tracked?.length > 0 && h('details', { open: true }, h('summary', null, 'Tracks'), lines(row.tracked)),
      row.checks?.length > 0 && h('details', { open: true }, h('summary', null, 'Checks'),
        row.checks.map(check => h('p', null, check.keyword, ' ', h(State, { state: check.verdict }), ' ', check.reason))),
      row.history && h('ol', { class: 'history' }, row.history.map(entry =>
        h('li', null, `${entry.number}: ${time(entry.time)}, ${entry.result} by ${entry.by}${entry.running ? ', runs now' : ''}: ${entry.summary}`))));
  }
}

/** What a reload would change, and the reload of exactly that. */
class Plan extends Component {
  state = { report: null, error: '', busy: true };

  async componentDidMount() {
    await this.#ask('plan', []);
  }

  async #ask(operation, values) {
    this.setState({ busy: true, error: '' });
    try {
      this.setState({ report: await this.props.daemon.act(this.props.bean, operation, values), busy: false });
    } catch (error) {
      this.setState({ error: error.message, busy: false });
    }
  }

  render({ daemon, close }, { report, error, busy }) {
    return h(Dialog, { title: 'Reload', close },
      h('p', { role: 'alert', class: 'bad' }, error),
      h('div', { 'aria-busy': busy, role: 'status' }, report && [
        h('p', null, h(State, { state: report.result }), ' ', report.summary),
        h('ul', null, [...report.problems, ...report.changes].map(line => h('li', null, line)))]),
      report?.result === 'PLANNED' && daemon.mayAct && h('div', { class: 'buttons' },
        h('button', { class: 'secondary', onClick: close }, 'Cancel'),
        h('button', { disabled: busy, onClick: () => this.#ask('reload', [report.hash]) }, 'Confirm: reload this')));
  }
}

/** The last of the page, as they come by themselves and would move what stands below. */
class Events extends Component {
  state = { all: false };

  render({ daemon }, { all }) {
    const events = daemon.world.events;
    return h(Section, { id: 'events', title: 'Events' },
      events.length > EVENTS_SHOWN && h('button', { class: 'outline', 'aria-expanded': all, onClick: () => this.setState({ all: !all }) }, all ? 'Fewer' : 'More'),
      h('ol', { class: 'events', role: 'log', 'aria-live': daemon.ready ? 'polite' : 'off', 'aria-relevant': 'additions', 'aria-label': 'Latest events' },
        (all ? events : events.slice(0, EVENTS_SHOWN)).map(event =>
          h('li', { key: event.sequence }, h('time', null, time(event.time)), ' ', event.text))));
  }
}

class App extends Component {
  state = { open: null, plan: false };
  #open = key => this.setState({ open: key });
  /** Only this one: another may have been opened since it was told to close. */
  #close = key => this.setState(({ open }) => ({ open: open === key ? null : open }));

  componentDidMount() {
    this.props.daemon.changed = () => this.setState({});
    this.props.daemon.connect();
  }

  #table(kind, id, title) {
    const rows = this.props.daemon.world.rows(kind);
    const open = ['instance', 'virtual'].includes(kind) || (kind === 'override' && this.props.daemon.mayAct) ? this.#open : null;
    return rows.length > 0 && h(Section, { id, title, count: rows.length },
      h(Table, { label: title, rows, columns: COLUMNS[kind], open, acts: this.props.daemon.mayAct }));
  }

  #servers() {
    const { daemon } = this.props;
    const rows = daemon.world.rows('server');
    return rows.length > 0 && h(Section, { id: 'servers', title: 'Real servers', count: rows.length },
      h(Finder, { label: 'real servers', rows, columns: COLUMNS.server, open: this.#open, acts: daemon.mayAct }));
  }

  #configuration(row) {
    return row && h(Section, { id: 'configuration', title: 'Configuration' },
      h('div', { class: 'buttons' },
        h('button', { class: 'outline', onClick: () => this.setState({ plan: true }) }, 'Plan a reload…'),
        h('button', { class: 'outline', onClick: () => this.#open(row.key) }, 'History')),
      h('p', null, h(State, { state: row.result }), ` ${time(row.time)}: ${row.summary} ${row.guard}`),
      row.problems.length > 0 && h('details', null, h('summary', null, `Problems: ${row.problems.length}`), lines(row.problems)));
  }

  #header(daemon, about) {
    return h('header', { class: 'top' },
      h('a', { href: '#main', class: 'skip' }, 'Skip to the content'),
      h('h1', null, 'Ninelives ', h('small', null, about?.host)),
      h('p', { role: 'status', class: daemon.connected ? 'good' : 'bad' }, daemon.connected ? '● live' : daemon.ready ? '▲ connection lost, trying again' : '○ connecting'),
      h('p', null, h('small', null, `${daemon.user ?? ''} ${daemon.mayAct ? 'may act' : 'may look'}`)),
      h('button', { class: 'outline', onClick: () => daemon.logout() }, 'Log out'));
  }

  render({ daemon }, { open, plan }) {
    if (!daemon.loggedIn) {
      return h(Login, { daemon });
    }
    const world = daemon.world;
    const [about] = world.rows('daemon');
    const [configuration] = world.rows('configuration');
    const row = open && [...world.kinds.values()].map(kind => kind.byKey.get(open)).find(each => each);
    document.title = about ? 'Ninelives ' + about.host : 'Ninelives';
    return h('div', null,
      this.#header(daemon, about),
      h('main', { id: 'main', class: daemon.connected ? '' : 'stale', 'aria-busy': !daemon.ready },
        this.#table('instance', 'routers', 'Virtual routers'),
        this.#table('group', 'groups', 'Sync groups'),
        this.#table('override', 'overrides', 'Set by hand'),
        this.#table('virtual', 'virtual', 'Virtual servers'),
        this.#servers(),
        this.#table('tracker', 'trackers', 'Trackers'),
        this.#table('bfd', 'bfd', 'BFD sessions'),
        this.#configuration(configuration),
        h(Events, { daemon })),
      h('footer', null, h('small', null, about && `Ninelives ${about.version}, process ${about.pid}`)),
      row && h(Thing, { key: open, row, daemon, close: () => this.#close(open) }),
      plan && configuration && h(Plan, { bean: configuration.bean, daemon, close: () => this.setState({ plan: false }) }));
  }
}

render(h(App, { daemon: new Daemon() }), document.body);
