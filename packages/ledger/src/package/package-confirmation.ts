import type { Confirmation } from '../log/confirmation.ts'
import { formatVkey } from '../note/vkey.ts'
import type { PackageReport } from './check-package.ts'

/** Two of the three custodians. */
const needed = 2

/**
 * Which custodians confirmed a package's head, by the cosigners that its own entries registered for them and had not replaced by then. Whoever
 * made up a whole log could have made these up too: for more than that, a reader's own policy is needed.
 */
export const confirmationOf = ({ checkpoint, range, outside }: PackageReport): Confirmation => {
  const seats = new Map<string, string>()
  for (const { entry, leaf } of [...outside, ...range].sort((a, b) => a.entry - b.entry)) {
    if (leaf.class !== 'conduct' || leaf.fields['use'] !== 'cosigner') continue
    if (entry > (checkpoint?.checkpoint.size ?? 0)) continue
    const vkey = String(leaf.fields['vkey'])
    if (leaf.kind === 'key.registered') seats.set(vkey, String(leaf.fields['seat']))
    else if (leaf.kind === 'key.revoked') seats.delete(vkey)
  }
  const signed = new Set((checkpoint?.verified ?? []).map(({ key }) => formatVkey(key)))
  const named = [...new Set(seats.values())].sort()
  const confirmed = named.filter(seat => [...seats].some(([vkey, own]) => own === seat && signed.has(vkey)))
  return { isMet: confirmed.length >= needed, confirmed, named }
}
