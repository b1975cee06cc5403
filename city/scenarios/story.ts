import type { BodyOf, castBallot, draftTerms, openResolution, sendLetter, serveNotice } from '@pars/contract'

export type Seat = 'police' | 'prosecutor' | 'court'
export type Choice = BodyOf<typeof castBallot>['choice']
export type Votes = Partial<Record<Seat, { choice: Choice; reason: string }>>
export type Action = BodyOf<typeof openResolution>['action']
export type NoticeKind = BodyOf<typeof serveNotice>['kind']
export type LetterKind = BodyOf<typeof sendLetter>['kind']
export type TermsData = BodyOf<typeof draftTerms>['terms']

/** What terms are made for. Which terms a name means is said by whoever runs the story. */
export interface TermsFor {
  agreement: string
  version: number
  partner: string
  units: { code: string; name: string; function: string }[]
  startsOn: string
  endsOn: string
}
export type TermsName = 'wide' | 'wide-without-addresses' | 'one-person-at-a-time' | 'pretrial' | 'warrants'

export type PartnerCode = 'removal-agency' | 'investigations-agency' | 'pretrial-agency' | 'neighbor-police'

export interface StoryPartner {
  readonly code: PartnerCode
  readonly name: string
  readonly ori: string | null
  readonly unit: { code: string; name: string; function: string; criminalJustice: boolean }
  /** Who decided whether it is a criminal justice agency, and on what citation. */
  readonly decidedBy: string
  readonly citation: string
  readonly officer: string
  readonly agreement: string
  readonly terms: TermsName
  readonly endsOn: string
}

/** What can be counted from the public log by anybody. */
export interface Count {
  readonly agreement: string
  readonly of: { filter: string } | { class: string } | { term: string }
  /** Entries after the one that a moment of this name made. */
  readonly after?: string
}

export type Deed =
  | { kind: 'genesis' }
  | { kind: 'register'; partner: PartnerCode }
  | { kind: 'adopt'; partner: PartnerCode; votes: Votes }
  | {
      kind: 'draft-and-open'
      partner: PartnerCode
      action: Action
      terms: TermsName
      startsOn: string
      endsOn: string
      closesAt: string
    }
  | { kind: 'vote'; partner: PartnerCode; of: string; votes: Votes; becomes: 'in-force' | 'failed' }
  | {
      kind: 'notice'
      partner: PartnerCode
      notice: NoticeKind
      subject: string
      body: string
      replyDueAt?: string
      repliesTo?: string
      evidence?: Count
    }
  | { kind: 'letter'; partner: PartnerCode; letter: LetterKind; subject: string; body: string; repliesTo?: string }
  | { kind: 'no-reply'; partner: PartnerCode; to: string }
  | { kind: 'switch'; partner: PartnerCode; stopped: boolean; reason: string }
  | { kind: 'last-question' }
  | { kind: 'end'; partner: PartnerCode }
  | { kind: 'entered'; partner: PartnerCode; entry: string }
  | { kind: 'still-answered'; partner: PartnerCode }

/** Something that the story tells. Its hour is on the city's clock. */
export interface Moment {
  /** Others refer to it by this. */
  readonly name: string
  readonly at: string
  readonly say: string
  readonly deed: Deed
}

export interface Story {
  readonly title: string
  readonly from: string
  readonly through: string
  readonly partners: readonly StoryPartner[]
  readonly moments: readonly Moment[]
  /** Whether the terms of the removal unit hold the daily question by place of birth. */
  readonly dailyQuestion: 'granted' | 'absent'
}
