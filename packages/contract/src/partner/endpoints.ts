import type { Endpoint } from '../endpoint.ts'
import * as acts from './acts.ts'
import * as inquiries from './inquiries.ts'
import * as packages from './package.ts'
import * as receipts from './receipts.ts'
import * as standing from './standing.ts'

export * from './acts.ts'
export * from './inquiries.ts'
export * from './package.ts'
export * from './receipts.ts'
export * from './standing.ts'

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value

/** Every endpoint of the partner door, which is a process of its own: the staff's server has no handler for them. */
export const partnerEndpoints: readonly Endpoint[] = [standing, inquiries, receipts, packages, acts].flatMap(module =>
  Object.values(module as Record<string, unknown>).filter(isEndpoint),
)
