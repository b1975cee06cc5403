import { randomBytes } from 'node:crypto'
import { formatId, type IdPrefix } from '@pars/domain'

/** A new public id: 128 random bits. */
export const newId = <P extends IdPrefix>(prefix: P) => formatId(prefix, randomBytes(16).toString('hex'))
