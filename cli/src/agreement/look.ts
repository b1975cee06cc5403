import { listAgreements } from '@pars/contract'
import { compareTerms, type Terms } from '@pars/terms'
import { CommandProblem } from '../command.ts'
import { chooseVersion, findAgreement, findVersion, neededPlace, reader, textOf } from './find.ts'
import { changeLines, resolutionText, sentenceLines, standingText } from './say.ts'
import type { Subcommand } from './subcommand.ts'

const as = { as: { type: 'string' } } as const
const json = { json: { type: 'boolean' } } as const

export const list: Subcommand = {
  usage: 'list [--json]                            every agreement, and where it stands',
  options: { ...as, ...json },
  async run(caller, given) {
    const { agreements } = await caller.call(reader(given), listAgreements)
    if (given.values['json']) console.log(JSON.stringify(agreements))
    else if (agreements.length === 0) console.log('There is no agreement.')
    else for (const one of agreements) console.log(`${one.code}  ${one.partner}: ${standingText(one)}`)
    return 0
  },
}

export const show: Subcommand = {
  usage: 'show AGREEMENT [--version N] [--json]    one agreement: its terms in plain words, votes, duties',
  options: { ...as, ...json, version: { type: 'string' }, sql: { type: 'boolean' } },
  async run(caller, given) {
    const who = reader(given)
    const agreement = await findAgreement(caller, who, neededPlace(given, 0, 'an agreement'))
    const version = await findVersion(caller, who, {
      agreementId: agreement.agreementId,
      version: chooseVersion(agreement, textOf(given, 'version')),
    })
    if (given.values['json']) console.log(JSON.stringify({ agreement, version }))
    else if (given.values['sql']) console.log(version.sql)
    else
      console.log(
        [
          `${agreement.code}: ${agreement.partner}. ${standingText(agreement)}.`,
          '',
          `Version ${version.version}, in short:`,
          ...version.summary.map(({ text }) => `  ${text}`),
          '',
          'All terms, and what holds each:',
          ...sentenceLines(version.words),
          ...(version.changes === null
            ? []
            : ['', 'Against the version that it follows:', ...changeLines(version.changes)]),
          '',
          'Resolutions:',
          ...(agreement.resolutions.length === 0 ? ['  none'] : agreement.resolutions.map(resolutionText)),
          'Duties:',
          ...(agreement.obligations.length === 0
            ? ['  none']
            : agreement.obligations.map(
                ({ code, dueOn, fulfilledAt, missedAt }) =>
                  `  ${dueOn}  ${code}${fulfilledAt === null ? '' : ', met'}${missedAt === null ? '' : ', missed'}`,
              )),
          '',
          `terms ${version.termsHash}`,
          `SQL   ${version.sqlHash}`,
        ].join('\n'),
      )
    return 0
  },
}

export const compare: Subcommand = {
  usage: 'compare AGREEMENT OLDER NEWER            what differs between two versions, in plain words',
  options: as,
  async run(caller, given) {
    const who = reader(given)
    const agreement = await findAgreement(caller, who, neededPlace(given, 0, 'an agreement'))
    const [older, newer] = await Promise.all(
      [1, 2].map(place =>
        findVersion(caller, who, {
          agreementId: agreement.agreementId,
          version: chooseVersion(agreement, neededPlace(given, place, 'two versions')),
        }),
      ),
    )
    if (!older || !newer) throw new CommandProblem('Name two versions.')
    const changes = compareTerms(older.terms as unknown as Terms, newer.terms as unknown as Terms)
    console.log(
      [`${agreement.code}, version ${older.version} to ${newer.version}:`, ...changeLines(changes)].join('\n'),
    )
    return 0
  },
}
