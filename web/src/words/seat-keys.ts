/** Text of the register of keys that seats vote with. */
export const seatKeyWords = {
  pageTitle: 'Keys that seats vote with',
  tab: 'Seat keys',
  chair: 'a chair of the three custodians',
  title: (seatsWithKey: number) =>
    seatsWithKey === 3
      ? 'Each of the three seats has a key to vote with'
      : `${seatsWithKey} of 3 seats have a key to vote with`,
  lead: 'A ballot counts only when a key of its seat signed it. Anybody can check that later with the public keys here.',
  columns: { seat: 'Seat', holder: 'Holder', kind: 'Kind', since: 'Registered', state: 'State', id: 'Key' },
  kinds: { ed25519: 'Key file', es256: 'Passkey', 'ed25519-passkey': 'Passkey' },
  genesis: 'the seat’s first',
  valid: 'counts',
  ended: (when: string, why: string) => `ended ${when}: ${why}`,
  empty: 'No seat has registered a key yet.',
  emptyDetail: 'The first key of each seat begins its register. Its representative registers it.',
  register: {
    title: 'Register a passkey',
    first: (seat: string) => `It will be the first key of ${seat}, and stays on record as such.`,
    another: (seat: string) =>
      `It is another key of ${seat}. To change keys, register the new one, then end the old one.`,
    holder: 'Who holds it',
    holderHint: 'The person or office, as the register shows it.',
    says: 'Your device makes the key and keeps its secret half. It will ask you to show that it is you.',
    send: 'Make and register the passkey',
    done: (holder: string) => `The passkey of ${holder} is in the register.`,
    noPasskeys: 'This browser has no passkeys here. Register a key file instead: pars agreement keygen.',
    missing: 'Type who holds it.',
    faults: {
      cancelled: 'The device made no key: the window was closed, or it took too long.',
      unavailable: 'This device can’t make a passkey for this address.',
    },
  },
  end: {
    act: 'End',
    actFor: (holder: string) => `End the key of ${holder}`,
    title: (holder: string) => `End the key of ${holder}`,
    says: 'It casts no ballot from now on. What it cast stays.',
    reason: 'Reason',
    send: 'End the key',
    done: (holder: string) => `The key of ${holder} has ended.`,
    missing: 'Type the reason.',
  },
  cancel: 'Cancel',
} as const
