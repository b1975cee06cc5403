import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id, instant, plainDate, receipt, required, text } from '../shapes.ts'
import { hash, termsJson, version } from './shapes.ts'
import { agreementLine, agreementView, effectiveView, extensionTry, termsFault, versionView } from './views.ts'

const tag = 'agreements'
const agreementParams = z.strictObject({ agreementId: id('agm') })

export const listAgreements = endpoint({
  name: 'agreement.list',
  permission: 'agreement.view',
  method: 'GET',
  path: '/api/agreements',
  tag,
  summary: 'Every agreement, in force and past, with the instant at which it ends.',
  answer: z.strictObject({ agreements: z.array(agreementLine), may: z.array(z.string()) }),
})
export const viewAgreement = endpoint({
  name: 'agreement.view',
  permission: 'agreement.view',
  method: 'GET',
  path: '/api/agreements/{agreementId}',
  tag,
  summary: 'One agreement: versions, resolutions, stops, notices and duties.',
  params: agreementParams,
  answer: agreementView,
})
export const viewVersion = endpoint({
  name: 'agreement.version',
  permission: 'agreement.view',
  method: 'GET',
  path: '/api/agreements/{agreementId}/versions/{version}',
  tag,
  summary: 'One version: its terms as data, the SQL that they compile to, and the hashes that ballots sign.',
  params: z.strictObject({ agreementId: id('agm'), version }),
  answer: versionView,
})
export const viewEffective = endpoint({
  name: 'agreement.effective',
  permission: 'agreement.view',
  method: 'GET',
  path: '/api/agreements/{agreementId}/versions/{version}/effective',
  tag,
  summary:
    'What the machine really does for one version: rights, policies and limits read back from the catalog, and their last uses.',
  params: z.strictObject({ agreementId: id('agm'), version }),
  answer: effectiveView,
})
export const checkTerms = endpoint({
  name: 'terms.check',
  permission: 'agreement.view',
  method: 'POST',
  path: '/api/terms/check',
  tag,
  summary:
    'What is wrong with terms, if anything; the hashes of them and of the SQL that they compile to. Nothing is kept.',
  body: z.strictObject({ terms: termsJson }),
  answer: z.strictObject({ faults: z.array(termsFault), termsHash: hash.nullable(), sqlHash: hash.nullable() }),
  example: { body: { terms: { format: 'pars-terms-1' } } },
})
export const draftTerms = endpoint({
  name: 'terms.draft',
  permission: 'terms.draft',
  method: 'POST',
  path: '/api/agreement-versions',
  tag,
  status: 201,
  summary:
    'Put a version of terms on file, exactly as it will be voted on. The first version of a new code begins an agreement.',
  body: z.strictObject({ partnerId: id('prt'), terms: termsJson, prose: text(200_000).nullable() }),
  answer: z.strictObject({ agreementId: id('agm'), version: z.int(), termsHash: hash, sqlHash: hash, receipt }),
  refusals: [
    'terms-faulty',
    'version-not-next',
    'agreement-of-another-partner',
    'partner-name-differs',
    'unit-not-registered',
    'ends-in-the-past',
    'prose-missing',
  ],
  example: {
    body: { partnerId: `prt_${'0'.repeat(32)}`, terms: { format: 'pars-terms-1' }, prose: null },
  },
})
export const stopAgreement = endpoint({
  name: 'agreement.stop',
  permission: 'agreement.stop',
  method: 'POST',
  path: '/api/agreements/{agreementId}/emergency-stop',
  tag,
  status: 201,
  summary:
    'Stop an agreement alone, at once, where its terms name your seat. Void after the agreed days unless two seats suspend.',
  params: agreementParams,
  body: z.strictObject({ reason: required(2000) }),
  answer: z.strictObject({ voidAt: instant, receipt }),
  refusals: ['not-in-force', 'no-emergency-stop', 'stopped-before', 'text-empty'],
  example: { body: { reason: 'A list of inquiries was found with a reporter.' } },
})
export const tryExtension = endpoint({
  name: 'agreement.extend',
  permission: 'agreement.extend',
  method: 'POST',
  path: '/api/agreements/{agreementId}/extension-tries',
  tag,
  summary:
    'Try to extend an agreement without a vote, as each of this server’s database roles. Nothing is kept; the database says why not.',
  params: agreementParams,
  body: z.strictObject({ until: plainDate }),
  answer: z.strictObject({
    tries: z.array(extensionTry),
    /** Under which the attempt is on file. */
    entryId: id('ent'),
  }),
  example: { body: { until: '2099-12-31' } },
})
