// What each kind of row can be asked to do: words for people, operations and values for beans.

const SECONDS = { name: 'seconds', label: 'For how many seconds (0: no end)', type: 'number', min: 0, value: 0 };
const LASTING = {
  name: 'lasting',
  label: 'What ends it before that',
  options: [['UNTIL_RESTART', 'a restart'], ['UNTIL_RELOAD', 'a reload or a restart'], ['UNTIL_REVERTED', 'nothing but a revert']],
};
const number = (name, label, min, max, value) => ({ name, label, type: 'number', min, max, value });
const has = (row, what) => row.overrides.some(each => each.startsWith(what));

/** The orders that make sense for a row now. */
export function ordersOf(row) {
  return (ORDERS[row.kind] ?? []).filter(order => order.when?.(row) ?? true);
}

const DISABLE = (help) => ({ operation: 'disable', label: 'Disable', help, fields: () => [SECONDS, LASTING], when: row => !has(row, 'disabled') });
const ENABLE = { operation: 'enable', label: 'Enable', help: 'Takes part again.', when: row => has(row, 'disabled') };

const ORDERS = {
  instance: [
    { operation: 'overridePriority', label: 'Priority', help: 'Sets the priority to which trackers add, in place of the configured one.',
      fields: row => [number('priority', 'Priority, 1 to 254', 1, 254, row.configured), SECONDS, LASTING] },
    { operation: 'standby', label: 'Standby', help: 'Gives up mastership and does not claim it again until it is released. Its sync group goes along.',
      fields: () => [SECONDS, LASTING], when: row => !has(row, 'standby') },
    { operation: 'release', label: 'Release', help: 'Ends standby: it may be master again.', when: row => has(row, 'standby') },
    { operation: 'resign', label: 'Resign', help: 'Gives up mastership now, and takes part in the next election.', when: row => row.state === 'MASTER' },
    DISABLE('Takes no part: FAULT until it is enabled. Its sync group goes along.'),
    ENABLE,
  ],
  virtual: [
    DISABLE('Takes all its services out of the kernel at once, connections included.'),
    ENABLE,
  ],
  server: [
    { operation: 'drain', label: 'Drain', help: 'Gives it no more connections, and takes it out when it has none left or the time is up.',
      fields: () => [{ ...SECONDS, label: 'Within how many seconds (0: drain_timeout)' }], when: row => !row.state.startsWith('DRAIN') },
    { operation: 'undrain', label: 'Undrain', help: 'Lets it serve again.', when: row => row.state.startsWith('DRAIN') },
    { operation: 'overrideWeight', label: 'Weight', help: 'Sets the weight in place of that of the file and of checks.',
      fields: row => [number('weight', 'Weight; 0 for no new connections', 0, 2147483647, row.weight), SECONDS, LASTING] },
    { operation: 'clearWeight', label: 'Clear weight', help: 'Gives back the weight that the file and the checks say.', when: row => has(row, 'weight') },
    DISABLE('Takes it out at once, as a server whose check failed.'),
    ENABLE,
  ],
  override: [
    { operation: 'revert', label: 'Revert', help: 'Gives back what the configuration says.', values: row => [row.what, row.subject] },
    { operation: 'revertAll', label: 'Revert all', help: 'Ends everything that was set by hand, not this alone.' },
  ],
  configuration: [
    { operation: 'rollback', label: 'Roll back', help: 'Goes back to the configuration that ran before the one that runs. Touches no file.' },
  ],
};
