import { assumed, measured } from './figure.ts'

/** Hours; the spread is the standard deviation of the logarithm. */
export interface Wait {
  readonly median: number
  readonly spread: number
}

/** Defense lawyers say 12 to 24 hours from arrest to preliminary arraignment; nobody publishes the times of the steps. */
export const waits = assumed(
  'no source gives the times between arrest and arraignment; together they come to 12 to 24 hours',
  {
    arrestToPaper: { median: 2.2, spread: 0.45 },
    paperToSent: { median: 1.1, spread: 0.6 },
    forgottenDraft: { median: 6.5, spread: 0.3 },
    sentToTaken: { median: 2.2, spread: 0.6 },
    takenToDecided: { median: 1.1, spread: 0.6 },
    sentBackToCorrected: { median: 2.6, spread: 0.5 },
    decidedToComplaint: { median: 0.5, spread: 0.5 },
    complaintToFiled: { median: 0.5, spread: 0.5 },
    orderToProposed: { median: 0.9, spread: 0.5 },
    proposedToConfirmed: { median: 0.4, spread: 0.5 },
    confirmedToLeft: { median: 1.2, spread: 0.5 },
  } as const satisfies Record<string, Wait>,
)

/** The arraignment court sits about every four hours, day and night; filings peak at 0-1, 4, 8-9, 12-13, 16-17 and 20. */
export const sessionHours = measured(
  'Philadelphia Bail Fund, 2020: 3,277 dockets by hour of filing; Billy Penn, May 20, 2018',
  [0, 4, 8, 12, 16, 20],
)
export const minutesPerHearing = measured('bail watchers: 90 seconds to under 3 minutes a hearing', {
  from: 1.5,
  to: 3,
})

const why = 'no source counts it'
export const shares = assumed(why, {
  onPaperBeforeSending: 0.62,
  draftForgotten: 0.06,
  sentBack: 0.07,
  allDeclined: 0.05,
  someDeclined: 0.12,
  modified: 0.17,
  chargeAdded: 0.05,
  summonsWhenMinor: 0.06,
  notProduced: 0.03,
  noProbableCause: 0.015,
  onWarrant: 0.16,
  openHold: 0.08,
  holdLiftedBeforeLeaving: 0.6,
  dangerFoundInDomesticCase: 0.55,
} as const)

export const notProducedReasons = assumed(why, [
  ['hospital', 70],
  ['not-brought', 22],
  ['refused-to-appear', 8],
] as const)
export const sendBackReasons = assumed(why, [
  ['more-investigation', 55],
  ['missing-papers', 25],
  ['wrong-charges', 12],
  ['identity-unclear', 8],
] as const)
export const declineReasons = assumed(why, [
  ['insufficient-evidence', 46],
  ['no-probable-cause', 14],
  ['victim-unavailable', 14],
  ['unlawful-search', 9],
  ['diversion', 9],
  ['policy', 8],
] as const)
export const holdKinds = assumed(why, [
  ['probation-parole-detainer', 55],
  ['bench-warrant', 35],
  ['other-jurisdiction', 8],
  ['judicial-warrant', 2],
] as const)

/** How far the three opinions lie from the order, as a factor on the amount. */
export const requestOverOrder = assumed('the bail that prosecutors asked for was not recorded in electronic form', [
  [1, 45],
  [1.5, 12],
  [2, 25],
  [4, 10],
  [0.5, 8],
] as const)
