import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { type AgreementPart, agreementParts } from './agreements/agreement/agreement-parts.ts'
import { Broken } from './shell/broken.tsx'
import { Frame } from './shell/frame.tsx'
import { NotFound } from './shell/not-found.tsx'

import { StartScreen } from './start/start-screen.tsx'
import { Loading } from './ui/page.tsx'

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound })
const at = <const P extends string>(path: P) => ({ getParentRoute: () => root, path })

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) || undefined : undefined
const number = (value: unknown): number | undefined => {
  const parsed = Number(text(value) ?? Number.NaN)
  return Number.isInteger(parsed) && parsed >= 0 ? parsed : undefined
}
const isOn = (value: unknown): true | undefined => (text(value) === '1' || value === true ? true : undefined)

/** What the address of the board says: its filters and the wall's mode. */
export interface BoardSearch {
  seat?: string | undefined
  stage?: string | undefined
  /** Only those held at least so many hours. */
  past?: number | undefined
  wall?: true | undefined
}

/** Which version of a record, and why it is opened. */
export interface RecordSearch {
  asof?: number | undefined
  purpose?: string | undefined
  forWhom?: string | undefined
}

/** Which version of an agreement is read, which part of it, and which two versions are compared. */
export interface AgreementSearch {
  version?: number | undefined
  part?: AgreementPart | undefined
  older?: number | undefined
  newer?: number | undefined
}

const start = createRoute({ ...at('/'), component: StartScreen })
const signedOut = createRoute({
  ...at('/signed-out'),
  component: lazyRouteComponent(() => import('./start/signed-out-screen.tsx'), 'SignedOutScreen'),
})
const board = createRoute({
  ...at('/board'),
  validateSearch: (search: Record<string, unknown>): BoardSearch => ({
    seat: text(search['seat']),
    stage: text(search['stage']),
    past: number(search['past']),
    wall: isOn(search['wall']),
  }),
  component: lazyRouteComponent(() => import('./board/board-screen.tsx'), 'BoardScreen'),
})
const search = createRoute({
  ...at('/search'),
  component: lazyRouteComponent(() => import('./search/search-screen.tsx'), 'SearchScreen'),
})
const booking = createRoute({
  ...at('/booking'),
  component: lazyRouteComponent(() => import('./booking/booking-screen.tsx'), 'BookingScreen'),
})
const bookingDraft = createRoute({
  ...at('/booking/$arrestId'),
  validateSearch: (query: Record<string, unknown>): { correct?: true | undefined } => ({
    correct: isOn(query['correct']),
  }),
  component: lazyRouteComponent(() => import('./booking/booking-screen.tsx'), 'BookingScreen'),
})
const charging = createRoute({
  ...at('/charging'),
  validateSearch: (query: Record<string, unknown>): { work?: string | undefined } => ({ work: text(query['work']) }),
  component: lazyRouteComponent(() => import('./charging/charging-queue-screen.tsx'), 'ChargingQueueScreen'),
})
const chargingArrest = createRoute({
  ...at('/charging/$arrestId'),
  component: lazyRouteComponent(() => import('./charging/charging-screen.tsx'), 'ChargingScreen'),
})
const record = createRoute({
  ...at('/arrests/$arrestId'),
  validateSearch: (query: Record<string, unknown>): RecordSearch => ({
    asof: number(query['asof']),
    purpose: text(query['purpose']),
    forWhom: text(query['forWhom']),
  }),
  component: lazyRouteComponent(() => import('./record/record-screen.tsx'), 'RecordScreen'),
})
const readers = createRoute({
  ...at('/arrests/$arrestId/readers'),
  component: lazyRouteComponent(() => import('./readers/readers-screen.tsx'), 'ReadersScreen'),
})
const recordOrders = createRoute({
  ...at('/arrests/$arrestId/orders'),
  component: lazyRouteComponent(() => import('./orders/record-orders-screen.tsx'), 'RecordOrdersScreen'),
})
const orders = createRoute({
  ...at('/orders'),
  component: lazyRouteComponent(() => import('./orders/orders-screen.tsx'), 'OrdersScreen'),
})
const order = createRoute({
  ...at('/orders/$orderId'),
  component: lazyRouteComponent(() => import('./orders/order-screen.tsx'), 'OrderScreen'),
})
const hearing = createRoute({
  ...at('/hearings/$docketId'),
  component: lazyRouteComponent(() => import('./hearing/hearing-screen.tsx'), 'HearingScreen'),
})
const court = createRoute({
  ...at('/court'),
  component: lazyRouteComponent(() => import('./court/court-screen.tsx'), 'CourtScreen'),
})
const courtSession = createRoute({
  ...at('/court/$courtSessionId'),
  component: lazyRouteComponent(() => import('./court/court-session-screen.tsx'), 'CourtSessionScreen'),
})
const release = createRoute({
  ...at('/release'),
  validateSearch: (query: Record<string, unknown>): { arrest?: string | undefined } => ({
    arrest: text(query['arrest']),
  }),
  component: lazyRouteComponent(() => import('./release/release-screen.tsx'), 'ReleaseScreen'),
})
const people = createRoute({
  ...at('/people'),
  component: lazyRouteComponent(() => import('./people/people-screen.tsx'), 'PeopleScreen'),
})
const audits = createRoute({
  ...at('/audits'),
  component: lazyRouteComponent(() => import('./audit/audits-screen.tsx'), 'AuditsScreen'),
})
const agreements = createRoute({
  ...at('/agreements'),
  component: lazyRouteComponent(() => import('./agreements/list/agreements-screen.tsx'), 'AgreementsScreen'),
})
const agreement = createRoute({
  ...at('/agreements/$agreementId'),
  validateSearch: (query: Record<string, unknown>): AgreementSearch => ({
    version: number(query['version']),
    part: agreementParts.find(part => part === query['part']),
    older: number(query['older']),
    newer: number(query['newer']),
  }),
  component: lazyRouteComponent(() => import('./agreements/agreement/agreement-screen.tsx'), 'AgreementScreen'),
})
const draftTerms = createRoute({
  ...at('/agreements/draft'),
  validateSearch: (query: Record<string, unknown>): { follow?: string | undefined } => ({
    follow: text(query['follow']),
  }),
  component: lazyRouteComponent(() => import('./agreements/draft/draft-screen.tsx'), 'DraftScreen'),
})
const resolution = createRoute({
  ...at('/resolutions/$resolutionId'),
  component: lazyRouteComponent(() => import('./agreements/resolution/resolution-screen.tsx'), 'ResolutionScreen'),
})
const seatKeys = createRoute({
  ...at('/seat-keys'),
  component: lazyRouteComponent(() => import('./agreements/keys/seat-keys-screen.tsx'), 'SeatKeysScreen'),
})
const laws = createRoute({
  ...at('/legal-constraints'),
  component: lazyRouteComponent(() => import('./agreements/laws/laws-screen.tsx'), 'LawsScreen'),
})
const partners = createRoute({
  ...at('/partners'),
  component: lazyRouteComponent(() => import('./partners/partners-screen.tsx'), 'PartnersScreen'),
})
const partner = createRoute({
  ...at('/partners/$partnerId'),
  component: lazyRouteComponent(() => import('./partners/partner-screen.tsx'), 'PartnerScreen'),
})
const console = createRoute({
  ...at('/partner'),
  component: lazyRouteComponent(() => import('./partner/console-frame.tsx'), 'ConsoleFrame'),
})
const inConsole = <const P extends string>(path: P) => ({ getParentRoute: () => console, path })
const consolePages = [
  createRoute({
    ...inConsole('/'),
    component: lazyRouteComponent(() => import('./partner/ask/ask-screen.tsx'), 'AskScreen'),
  }),
  createRoute({
    ...inConsole('/history'),
    component: lazyRouteComponent(() => import('./partner/pages/history-screen.tsx'), 'HistoryScreen'),
  }),
  createRoute({
    ...inConsole('/terms'),
    component: lazyRouteComponent(() => import('./partner/pages/terms-screen.tsx'), 'TermsScreen'),
  }),
  createRoute({
    ...inConsole('/votes'),
    component: lazyRouteComponent(() => import('./partner/pages/votes-screen.tsx'), 'VotesScreen'),
  }),
  createRoute({
    ...inConsole('/duties'),
    component: lazyRouteComponent(() => import('./partner/pages/duties-screen.tsx'), 'DutiesScreen'),
  }),
  createRoute({
    ...inConsole('/letters'),
    component: lazyRouteComponent(() => import('./partner/pages/letters-screen.tsx'), 'LettersScreen'),
  }),
] as const

const tree = root.addChildren([
  start,
  signedOut,
  board,
  search,
  booking,
  bookingDraft,
  charging,
  chargingArrest,
  record,
  readers,
  recordOrders,
  orders,
  order,
  hearing,
  court,
  courtSession,
  release,
  people,
  audits,
  agreements,
  draftTerms,
  agreement,
  resolution,
  seatKeys,
  laws,
  partners,
  partner,
  console.addChildren(consolePages),
])

/** Every screen has one address. Each but the start page is loaded when it is first opened. */
export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultErrorComponent: Broken,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
