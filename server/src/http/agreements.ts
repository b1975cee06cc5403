import * as contract from '@pars/contract'
import type { AgreementId, LegalConstraintId, NoticeId, PartnerId, ResolutionId, Seat } from '@pars/domain'
import { compileAgreement, parseTerms } from '@pars/terms'
import { castBallot } from '../agreements/cast-ballot.ts'
import { draftTerms } from '../agreements/draft-terms.ts'
import { exportPackage, openPaths } from '../agreements/export-package.ts'
import { loadAgreement, loadAgreements, loadVersion } from '../agreements/load-agreements.ts'
import { loadEffective } from '../agreements/load-effective.ts'
import { loadBallotStatement, loadConstraints, loadResolution, loadSeatKeys } from '../agreements/load-votes.ts'
import { openResolution } from '../agreements/open-resolution.ts'
import { findAgreement } from '../agreements/paper-rows.ts'
import { recordConstraint, signOff } from '../agreements/record-constraint.ts'
import { recordConsultation } from '../agreements/record-consultation.ts'
import { challengeOf } from '../agreements/refuse-passkey.ts'
import { endSeatKey, registerSeatKey, statementOfNewKey } from '../agreements/seat-keys.ts'
import { serveNotice } from '../agreements/serve-notice.ts'
import { relyingPartyOf, type Site } from '../agreements/site.ts'
import { stopAgreement } from '../agreements/stop-agreement.ts'
import { tryExtension } from '../agreements/try-extension.ts'
import { sha256 } from '../agreements/verify-signature.ts'
import { inSnapshot, uuidOf } from '../db/transaction.ts'
import { loadOpeningsText } from '../proof/openings-text.ts'
import { findPackageText } from '../proof/package-text.ts'
import { lookAt, readerFor } from './look-at.ts'
import { HttpProblem } from './problem.ts'
import { act, answerOf, look, type Route } from './route.ts'

const noSuch = (what: string): HttpProblem =>
  new HttpProblem(404, 'not-found', `There is no such ${what}. Look for it in the list of agreements.`)
const found = <T>(what: string, value: T | undefined): T => {
  if (value === undefined) throw noSuch(what)
  return value
}
const agreementOf = (params: { agreementId: string }): AgreementId => params.agreementId as AgreementId
const resolutionOf = (params: { resolutionId: string }): ResolutionId => params.resolutionId as ResolutionId

/** Agreements, their versions, and terms that are not on file yet. */
const agreementLooks: readonly Route[] = [
  lookAt(contract.listAgreements, 'agreement.view', (read, { actor }) => loadAgreements(read, actor)),
  lookAt(contract.viewAgreement, 'agreement.view', async (read, { actor }, { params }) =>
    found('agreement', await loadAgreement(read, actor, agreementOf(params))),
  ),
  lookAt(contract.viewVersion, 'agreement.view', async (read, _reader, { params }) =>
    found('version', await loadVersion(read, agreementOf(params), params.version)),
  ),
  lookAt(contract.viewEffective, 'agreement.view', async (read, _reader, { params }) =>
    found('version', await loadEffective(read, agreementOf(params), params.version)),
  ),
  lookAt(contract.checkTerms, 'agreement.view', async (_read, _reader, { body }) => {
    const parsed = parseTerms(body.terms)
    if (parsed.kind === 'faulty') {
      const faults = parsed.faults.slice(0, 100).map(({ pointer, rule, say }) => ({ pointer, rule, say }))
      return { faults, termsHash: null, sqlHash: null }
    }
    const { termsHash, sqlHash } = compileAgreement(parsed.terms, sha256)
    return { faults: [], termsHash, sqlHash }
  }),
  lookAt(contract.listConstraints, 'agreement.view', (read, { actor }) => loadConstraints(read, actor)),
  lookAt(contract.listSeatKeys, 'agreement.view', (read, { actor }) => loadSeatKeys(read, actor)),
  lookAt(contract.viewResolution, 'agreement.view', async (read, _reader, { params }) =>
    found('resolution', await loadResolution(read, resolutionOf(params))),
  ),
]

const agreementActs: readonly Route[] = [
  act(contract.draftTerms, draftTerms, ({ body }) => ({ ...body, partnerId: body.partnerId as PartnerId })),
  act(contract.openResolution, openResolution, ({ body }) => ({ ...body, agreementId: agreementOf(body) })),
  act(contract.recordConsultation, recordConsultation, ({ params, body }) => ({
    resolutionId: resolutionOf(params),
    ...body,
  })),
  act(contract.recordConstraint, recordConstraint, ({ body }) => body),
  act(contract.signOff, signOff, ({ params, body }) => ({
    ...body,
    resolutionId: resolutionOf(params),
    constraintId: body.constraintId as LegalConstraintId,
  })),
  act(contract.serveNotice, serveNotice, ({ params, body }) => ({
    ...body,
    agreementId: agreementOf(params),
    repliesTo: body.repliesTo as NoticeId | null,
  })),
  act(contract.stopAgreement, stopAgreement, ({ params, body }) => ({ agreementId: agreementOf(params), ...body })),
  act(contract.endSeatKey, endSeatKey, ({ body }) => body),
]

/** Always refused, by the database; what it says to each role is the answer. */
const extensionRoute: Route = look(contract.tryExtension, async (asked, { params, body }) => {
  const { actor, door } = await readerFor(asked, 'agreement.extend')
  if (!actor) throw new HttpProblem(401, 'not-signed-in', 'Sign in and send it again.')
  const agreementId = agreementOf(params)
  found('agreement', await inSnapshot(asked.runtime.doors[door], read => findAgreement(read, agreementId)))
  return tryExtension(asked.runtime, actor, { agreementId: uuidOf('agm', agreementId), until: body.until })
})

/** The export is on record before its file is made, which reads nothing later than its range. */
const packageRoute: Route = look(contract.exportPackage, async (asked, { params, body }) => {
  const { actor, door } = await readerFor(asked, 'package.export')
  if (!actor) throw new HttpProblem(401, 'not-signed-in', 'Sign in and send it again.')
  const outcome = await exportPackage.run(asked.runtime, actor, { agreementId: agreementOf(params), ...body })
  const { entryId, ...exported } = answerOf(contract.exportPackage, outcome)
  const text = await findPackageText(asked.runtime.doors[door], 'agreement', exported)
  if (text === undefined) throw new Error('a range that a checkpoint covered is covered no more')
  return { ...exported, entryId, package: text }
})

/** Laid open only after the entry that says so. */
const openingsRoute: Route = look(contract.openPaths, async (asked, { params, body }) => {
  const { actor, door } = await readerFor(asked, 'path.open')
  if (!actor) throw new HttpProblem(401, 'not-signed-in', 'Sign in and send it again.')
  const outcome = await openPaths.run(asked.runtime, actor, { agreementId: agreementOf(params), ...body })
  const { entryId, ...range } = answerOf(contract.openPaths, outcome)
  return { ...range, entryId, openings: await loadOpeningsText(asked.runtime.doors[door], range) }
})

/** What keys sign, and what comes signed: bound to the address that people see. */
const signedRoutes = (site: Site, nudge: () => void): readonly Route[] => {
  const cast = act(contract.castBallot, castBallot, ({ params, body }) => ({
    ...body,
    resolutionId: resolutionOf(params),
    site,
  }))
  return [
    lookAt(contract.viewBallotStatement, 'agreement.view', async (read, _reader, { params, query }) =>
      found('resolution', await loadBallotStatement(read, { resolutionId: resolutionOf(params), ...query }, site)),
    ),
    lookAt(contract.viewKeyStatement, 'seat-key.register', async (_read, { party }, { query }) => {
      const statement = statementOfNewKey({ origin: site.logOrigin, seat: party as Seat }, query.holder)
      return { statement, challenge: challengeOf(statement), relyingParty: relyingPartyOf(site) }
    }),
    act(contract.registerSeatKey, registerSeatKey, ({ body }) => ({ ...body, site })),
    {
      ...cast,
      async handle(asked) {
        const answer = await cast.handle(asked)
        nudge()
        return answer
      },
    },
  ]
}

/** Agreements, resolutions, ballots, keys of seats, notices and laws. `nudge` tells the keeper that a ballot came. */
export const agreementRoutes = (site: Site, nudge: () => void): Route[] => [
  ...agreementLooks,
  ...agreementActs,
  extensionRoute,
  packageRoute,
  openingsRoute,
  ...signedRoutes(site, nudge),
]
