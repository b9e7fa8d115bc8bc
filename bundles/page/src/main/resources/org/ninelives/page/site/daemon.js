// What the daemon tells this page, and how it is asked to do something.

const TOKEN = 'ninelives.token';
const OVER = 'The daemon does not know this session any more: it was started anew, or nothing was asked of it for long.';
const EVENTS_MAX = 200;
const SILENCE_MILLIS_MAX = 20000;
const RETRY_MILLIS_MAX = 15000;
const order = new Intl.Collator('en', { numeric: true }).compare;

/** Rows of one kind, kept in the order of their keys. */
class Kind {
  byKey = new Map();
  #sorted = [];

  put(row) {
    if (!this.byKey.has(row.key)) {
      this.#sorted = null;
    }
    this.byKey.set(row.key, row);
  }

  remove(key) {
    if (this.byKey.delete(key)) {
      this.#sorted = null;
    }
  }

  /** All rows; the keys are sorted again only when one came or went. */
  rows() {
    this.#sorted ??= [...this.byKey.keys()].sort(order);
    return this.#sorted.map(key => this.byKey.get(key));
  }
}

/** All there is at a moment. */
class World {
  kinds = new Map();
  events = [];

  rows(kind) {
    return this.kinds.get(kind)?.rows() ?? [];
  }

  put(row) {
    if (!this.kinds.has(row.kind)) {
      this.kinds.set(row.kind, new Kind());
    }
    this.kinds.get(row.kind).put(row);
  }

  remove(key) {
    this.kinds.forEach(kind => kind.remove(key));
  }

  /** The latest comes first. */
  add(events) {
    this.events = [...events.toReversed(), ...this.events].slice(0, EVENTS_MAX);
  }
}

/** The daemon as this page knows it. Whoever sets {@code changed} hears at most once a frame. */
export class Daemon {
  world = new World();
  user = null;
  mayAct = false;
  connected = false;
  ready = false;
  /** Why nobody is logged in any more, if nobody asked for that. */
  parting = '';
  changed = () => {};
  #coming = null;
  #told = false;
  #heard = 0;
  #stream = null;

  // It is kept for this tab alone: other tabs, and pages of other ports, never see it.
  get #token() {
    return sessionStorage.getItem(TOKEN);
  }

  get loggedIn() {
    return this.#token !== null;
  }

  async login(name, password) {
    const answer = await this.#post('/api/login', [['name', name], ['password', password]]);
    sessionStorage.setItem(TOKEN, answer.token);
    this.parting = '';
    this.#me(answer);
    this.connect();
  }

  async logout() {
    try {
      await this.#post('/api/logout', []);
    } finally {
      this.#forget('');
    }
  }

  /** Has a bean do something; throws an error with what the daemon says against it. */
  async act(bean, operation, values) {
    const answer = await this.#post('/api/act',
      [['bean', bean], ['operation', operation], ...values.map(value => ['value', String(value)])]);
    return answer.answer;
  }

  /** Hears what happens, for as long as somebody is logged in. */
  async connect() {
    let wait = 500;
    while (this.loggedIn && this.#stream === null) {
      this.#stream = new AbortController();
      const watch = setInterval(() => this.#checkSilence(), 1000);
      try {
        await this.#listen(this.#stream.signal);
        wait = 500;
      } catch {
        // The line below the title says so, and it is tried again.
      }
      clearInterval(watch);
      this.#stream = null;
      this.#coming = null;
      this.connected = false;
      this.#tell();
      if (this.loggedIn) {
        await new Promise(done => setTimeout(done, wait));
        wait = Math.min(RETRY_MILLIS_MAX, wait * 2);
      }
    }
  }

  #checkSilence() {
    if (Date.now() - this.#heard > SILENCE_MILLIS_MAX) {
      this.#stream?.abort();
    }
  }

  async #listen(signal) {
    this.#heard = Date.now();
    const response = await fetch('/api/live', { headers: this.#headers(), signal, cache: 'no-store' });
    await this.#check(response);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      this.#heard = Date.now();
      const messages = (text + value).split('\n\n');
      text = messages.pop();
      messages.forEach(message => this.#take(message));
      this.#tell();
    }
  }

  #take(message) {
    const found = /^event: (\w+)\ndata: (.*)$/s.exec(message);
    if (!found) {
      return;
    }
    const data = JSON.parse(found[2]);
    const world = this.#coming ?? this.world;
    switch (found[1]) {
      case 'anew': this.#coming = new World(); break;
      case 'complete':
        this.world = this.#coming;
        this.#coming = null;
        this.connected = true;
        this.ready = true;
        break;
      case 'rows': data.forEach(row => world.put(row)); break;
      case 'gone': data.forEach(key => world.remove(key)); break;
      case 'journal': world.add(data); break;
      case 'me': this.#me(data); break;
      case 'over': this.#forget(OVER); break;
    }
  }

  #me(answer) {
    this.user = answer.user;
    this.mayAct = answer.mayAct;
  }

  #forget(parting) {
    this.parting = parting;
    sessionStorage.removeItem(TOKEN);
    this.user = null;
    this.mayAct = false;
    this.ready = false;
    this.world = new World();
    this.#stream?.abort();
    this.#tell();
  }

  #tell() {
    if (!this.#told) {
      this.#told = true;
      requestAnimationFrame(() => {
        this.#told = false;
        this.changed();
      });
    }
  }

  #headers() {
    return this.loggedIn ? { Authorization: 'Bearer ' + this.#token } : {};
  }

  async #post(path, fields) {
    const response = await fetch(path,
      { method: 'POST', headers: this.#headers(), body: new URLSearchParams(fields), cache: 'no-store' });
    await this.#check(response);
    return response.json();
  }

  async #check(response) {
    if (response.status === 401 && this.loggedIn) {
      this.#forget(OVER);
    }
    if (!response.ok) {
      throw new Error((await response.text()).trim());
    }
  }
}
