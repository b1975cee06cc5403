import { z } from 'zod'
import { exampleRange, exportedPackage, packageRange, rangeRefusals } from '../agreements/package.ts'
import { code } from '../agreements/shapes.ts'
import { endpoint } from '../endpoint.ts'
import { exampleId } from '../shapes.ts'
import { exampleNonce, namedOfficer, nonce } from './asking.ts'

export const exportOwnPackage = endpoint({
  name: 'partner-door.export-package',
  permission: 'partner',
  method: 'POST',
  path: '/api/partner/packages',
  tag: 'partner',
  status: 201,
  summary:
    'The audit package of an own agreement: the same bytes that a custodian exports for the same range. On record.',
  body: z.strictObject({ agreement: code, ...packageRange, officer: namedOfficer, nonce }),
  answer: exportedPackage,
  refusals: ['no-such-agreement', 'not-coordinator', ...rangeRefusals],
  example: {
    body: { agreement: 'pretrial-2027', ...exampleRange, officer: exampleId('ofc'), nonce: exampleNonce },
  },
})
