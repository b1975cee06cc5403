import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { draftTerms, openResolution, viewCity } from '@pars/contract'
import {
  addDays,
  cityDateOf,
  type Instant,
  type PlainDate,
  parseInstant,
  parsePlainDate,
  resolutionActions,
} from '@pars/domain'
import { cityMidnight, type TemplateName, templates } from '@pars/terms'
import { CommandProblem } from '../command.ts'
import { findAgreement, findPartner, neededPlace, neededText, reader, textOf } from './find.ts'
import type { Given, Subcommand } from './subcommand.ts'

const as = { as: { type: 'string' } } as const

const readTerms = (path: string): Record<string, never> => {
  try {
    const terms: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof terms === 'object' && terms !== null && !Array.isArray(terms)) return terms as Record<string, never>
  } catch {
    throw new CommandProblem(`${path} can't be read as JSON: check its name and its commas.`)
  }
  throw new CommandProblem(`${path} holds no terms: "pars agreement template" prints some to begin with.`)
}

const dayOf = (given: Given, option: string, otherwise: PlainDate): PlainDate => {
  const text = textOf(given, option)
  const day = text === undefined ? otherwise : parsePlainDate(text)
  if (!day) throw new CommandProblem(`--${option} wants a calendar date, YYYY-MM-DD.`)
  return day
}

const isTemplate = (name: string): name is TemplateName => Object.hasOwn(templates, name)

export const template: Subcommand = {
  usage: `template NAME --partner CODE --agreement CODE [--starts DATE] [--ends DATE]
                                           terms to begin with: ${Object.keys(templates).join(', ')}`,
  options: {
    ...as,
    partner: { type: 'string' },
    agreement: { type: 'string' },
    starts: { type: 'string' },
    ends: { type: 'string' },
    version: { type: 'string' },
  },
  async run(caller, given) {
    const name = neededPlace(given, 0, `a template: ${Object.keys(templates).join(', ')}`)
    if (!isTemplate(name)) throw new CommandProblem(`There are these templates: ${Object.keys(templates).join(', ')}.`)
    const partner = await findPartner(caller, reader(given), neededText(given, 'partner'))
    const { now } = await caller.call(reader(given), viewCity)
    const startsOn = dayOf(given, 'starts', cityDateOf(now))
    const terms = templates[name]({
      agreement: neededText(given, 'agreement'),
      version: Number(textOf(given, 'version') ?? '1'),
      partner: partner.name,
      units: partner.units.map(({ code, name: unit, function: purpose }) => ({ code, name: unit, function: purpose })),
      startsOn,
      endsOn: dayOf(given, 'ends', addDays(startsOn, 364)),
    })
    console.log(JSON.stringify(terms, null, 2))
    return 0
  },
}

/** Thirty days, unless the terms end before. */
const closingOf = async (given: Given, now: Instant, endsOn: unknown): Promise<Instant> => {
  const text = textOf(given, 'closes')
  if (text !== undefined) {
    const closesAt = parseInstant(text)
    if (!closesAt) throw new CommandProblem('--closes wants a time with its offset, 2027-08-31T12:00:00-04:00.')
    return closesAt
  }
  const lastDay = parsePlainDate(String(endsOn))
  const inThirtyDays = addDays(cityDateOf(now), 30)
  return cityMidnight(lastDay && lastDay < inThirtyDays ? addDays(lastDay, 1) : inThirtyDays)
}

const actionOf = (given: Given, otherwise: string) => {
  const action = resolutionActions.find(one => one === (textOf(given, 'action') ?? otherwise))
  if (!action) throw new CommandProblem(`--action is one of ${resolutionActions.join(', ')}.`)
  return action
}

export const propose: Subcommand = {
  usage: `propose FILE --partner CODE --reason TEXT [--action adopt|renew|amend] [--closes TIME]
                                           put terms on file and open the vote on them`,
  options: {
    ...as,
    partner: { type: 'string' },
    reason: { type: 'string' },
    action: { type: 'string' },
    closes: { type: 'string' },
    prose: { type: 'string' },
  },
  async run(caller, given) {
    const who = reader(given)
    const terms = readTerms(neededPlace(given, 0, 'a file of terms'))
    const reason = neededText(given, 'reason')
    const partner = await findPartner(caller, who, neededText(given, 'partner'))
    const proseFile = textOf(given, 'prose')
    const { now } = await caller.call(who, viewCity)
    const closesAt = await closingOf(given, now, terms['endsOn'])
    const drafted = await caller.call(who, draftTerms, {
      body: {
        partnerId: partner.partnerId,
        terms,
        prose: proseFile === undefined ? null : readFileSync(proseFile, 'utf8'),
      },
      idempotencyKey: randomUUID(),
    })
    const { agreementId, version } = drafted
    const action = actionOf(given, version === 1 ? 'adopt' : 'amend')
    const { code } = await caller.call(who, openResolution, {
      body: { agreementId, version, action, reason, closesAt },
      idempotencyKey: randomUUID(),
    })
    console.log(
      `${code}: ${action} version ${version}; closes ${closesAt}\nterms ${drafted.termsHash}\nSQL   ${drafted.sqlHash}`,
    )
    return 0
  },
}

export const resolve: Subcommand = {
  usage: `resolve AGREEMENT suspend|resume|terminate --reason TEXT [--closes TIME]
                                           open a vote about what is in force`,
  options: { ...as, reason: { type: 'string' }, closes: { type: 'string' } },
  async run(caller, given) {
    const who = reader(given)
    const agreement = await findAgreement(caller, who, neededPlace(given, 0, 'an agreement'))
    const action = actionOf({ ...given, values: { ...given.values, action: given.positionals[1] } }, '')
    const version = agreement.version ?? agreement.versions[0]?.version ?? 1
    const { now } = await caller.call(who, viewCity)
    const lastDay = agreement.endsAt === null ? null : cityDateOf(agreement.endsAt)
    const closesAt = await closingOf(given, now, lastDay === null ? null : addDays(lastDay, -1))
    const { code } = await caller.call(who, openResolution, {
      body: { agreementId: agreement.agreementId, version, action, reason: neededText(given, 'reason'), closesAt },
      idempotencyKey: randomUUID(),
    })
    console.log(`${code}: ${action} ${agreement.code}; closes ${closesAt}`)
    return 0
  },
}
