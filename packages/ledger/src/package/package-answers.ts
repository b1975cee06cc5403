import { readUtf8 } from '../bytes.ts'
import type { Leaf } from '../leaf/leaf.ts'
import { findAnswersWithClass, findInquiriesWithFilter, type PlacedLeaf, type Search } from '../log/conduct-tally.ts'
import type { PackageReport } from './check-package.ts'
import type { PackageOpening } from './package-parts.ts'

export type Placed = { readonly entry: number; readonly at: string }

/** What a package that holds says of its range. Every number can be counted again from its leaves. */
export type PackageAnswers = {
  readonly answered: number
  readonly refused: number
  /** Inquiries sealed by order, of which unit and agreement open later. */
  readonly sealed: readonly number[]
  /** Days of the city's calendar on which something was asked. */
  readonly days: readonly string[]
  readonly met: readonly (Placed & { readonly obligation: string; readonly dueOn: string })[]
  readonly missed: readonly (Placed & { readonly obligation: string; readonly dueOn: string })[]
  /** `text` as it was served; undefined where it was erased since. */
  readonly letters: readonly (Placed & {
    readonly notice: string
    readonly servedBy: string
    readonly text: string | undefined
  })[]
  /** The instant at which the agreement ended or will, as the newest of its entries says. */
  readonly end: string | undefined
  readonly lastAnswer: Placed | undefined
  readonly firstRefusalAfter: Placed | undefined
  readonly answersAfterEnd: readonly number[]
}

type Own = PlacedLeaf & { readonly leaf: Extract<Leaf, { class: 'conduct' }> }

const cityDate = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' })
const placed = ({ entry, leaf }: Own): Placed => ({ entry, at: leaf.at })

const ownOf = (leaves: readonly PlacedLeaf[], agreement: string): Own[] =>
  leaves.filter((each): each is Own => each.leaf.class === 'conduct' && each.leaf.fields['agreement'] === agreement)

/** The end of the newest version in force; an entry that ends the agreement at once is earlier. */
const endOf = (own: readonly Own[]): string | undefined => {
  const activated = own.filter(({ leaf }) => leaf.kind === 'agreement.activated').at(-1)
  const ended = own.find(({ leaf }) => leaf.kind === 'agreement.ended')
  const ends = [activated?.leaf.fields['endsAt'], ended?.leaf.at].filter(each => typeof each === 'string')
  return ends.sort()[0]
}

/** A letter's subject and body: a custodian's slot holds them apart, a partner's together. */
const letterIn = (opened: PackageOpening | undefined): string | undefined => {
  const text = opened?.opening.value.content && readUtf8(opened.opening.value.content)
  if (text === undefined) return undefined
  try {
    const said: unknown = JSON.parse(text)
    const { subject, body } = Object(said) as { subject?: unknown; body?: unknown }
    return typeof said === 'string' ? said : `${subject}\n\n${body}`
  } catch {
    return undefined
  }
}

/** Counts a package's range for its agreement. */
export const answersOf = ({ head, range, outside, openings }: PackageReport): PackageAnswers => {
  const agreement = head?.agreement ?? ''
  const own = ownOf(range, agreement)
  const every = ownOf([...outside, ...range], agreement).sort((a, b) => a.entry - b.entry)
  const ofKind = (kind: string): Own[] => own.filter(({ leaf }) => leaf.kind === kind)
  const duty = (each: Own) => ({
    ...placed(each),
    obligation: String(each.leaf.fields['obligation']),
    dueOn: String(each.leaf.fields['dueOn']),
  })
  const [answered, refused] = [ofKind('inquiry.answered'), ofKind('inquiry.refused')]
  const end = endOf(every)
  const lastAnswer = answered.filter(({ leaf }) => end === undefined || leaf.at < end).at(-1)
  const firstRefusal = refused.find(({ leaf }) => end !== undefined && leaf.at >= end)
  return {
    answered: answered.length,
    refused: refused.length,
    sealed: range.flatMap(({ entry, leaf }) =>
      leaf.class === 'conduct' && leaf.kind === 'inquiry.sealed' ? [entry] : [],
    ),
    days: [...new Set([...answered, ...refused].map(({ leaf }) => cityDate.format(new Date(leaf.at))))].sort(),
    met: ofKind('obligation.met').map(duty),
    missed: ofKind('obligation.missed').map(duty),
    letters: ofKind('notice.served').map(each => ({
      ...placed(each),
      notice: String(each.leaf.fields['notice']),
      servedBy: String(each.leaf.fields['servedBy']),
      text: letterIn(openings.find(({ entry, opening }) => entry === each.entry && opening.slot === 'text')),
    })),
    end,
    lastAnswer: lastAnswer && placed(lastAnswer),
    firstRefusalAfter: firstRefusal && placed(firstRefusal),
    answersAfterEnd: answered.filter(({ leaf }) => end !== undefined && leaf.at >= end).map(({ entry }) => entry),
  }
}

/** Every inquiry of the range that used a filter. */
export const withFilter = ({ head, range }: PackageReport, filter: string): Search =>
  findInquiriesWithFilter(range, { filter, ...(head && { agreement: head.agreement }) })

/** Every answer of the range that held a class of fields. */
export const withClass = ({ head, range }: PackageReport, name: string): Search =>
  findAnswersWithClass(range, { class: name, ...(head && { agreement: head.agreement }) })
