import * as agreements from './agreements/endpoints.ts'
import * as packages from './agreements/package.ts'
import * as arrests from './arrests/endpoints.ts'
import * as audit from './audit/endpoints.ts'
import * as bail from './bail/endpoints.ts'
import * as board from './board/endpoints.ts'
import * as charging from './charging/endpoints.ts'
import * as court from './court/endpoints.ts'
import * as custody from './custody/endpoints.ts'
import type { Endpoint } from './endpoint.ts'
import * as notices from './notices/endpoints.ts'
import * as orders from './orders/endpoints.ts'
import * as partners from './partners/endpoints.ts'
import * as reference from './reference/endpoints.ts'
import * as resolutions from './resolutions/endpoints.ts'
import * as seatKeys from './seat-keys/endpoints.ts'
import * as staff from './staff/endpoints.ts'
import * as system from './system/endpoints.ts'

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value

/** Every endpoint there is. The server refuses to start if one of them has no handler. */
export const endpoints: readonly Endpoint[] = [
  agreements,
  arrests,
  audit,
  bail,
  board,
  charging,
  court,
  custody,
  notices,
  orders,
  packages,
  partners,
  reference,
  resolutions,
  seatKeys,
  staff,
  system,
].flatMap(module => Object.values(module).filter(isEndpoint))
