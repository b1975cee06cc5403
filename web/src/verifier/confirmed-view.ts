import { verifierWords as words } from '../words/verifier.ts'
import type { Confirmed } from './check-file.ts'
import { element } from './element.ts'

/** Who confirmed a file, whether that is enough, and how far the names can be believed. */
export const confirmedView = ({ by, isMet, confirmed, named }: Confirmed): HTMLElement =>
  element(
    'div',
    { class: `confirmed ${isMet ? 'met' : 'unmet'}`, 'data-confirmed': isMet ? 'met' : 'unmet' },
    element(
      'p',
      {},
      element(
        'strong',
        {},
        isMet ? '■ ' : '▲ ',
        words.confirmed.count(confirmed.length, named.length),
        isMet ? '' : ` ${words.confirmed.tooFew}`,
      ),
      named.length > 0 &&
        ` ${words.confirmed.who(
          confirmed,
          named.filter(name => !confirmed.includes(name)),
        )}`,
    ),
    element('p', {}, words.confirmed.by[by]),
  )
