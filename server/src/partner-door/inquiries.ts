import {
  askByAttribute,
  askByIdentifier,
  askByIncident,
  askByNameAndBirthDate,
  askFeed,
  askRecent,
  type BodyOf,
  type Endpoint,
} from '@pars/contract'
import { HttpProblem } from '../http/problem.ts'
import { ask, type Said } from './ask.ts'
import { findDoor } from './find-asker.ts'
import { presentAnswer } from './present-answer.ts'
import { byAttribute, byIdentifier, byIncident, byNameAndBirthDate, feed, type Question, recent } from './questions.ts'
import { refusalProblem } from './refusal.ts'
import { type PartnerAsked, type PartnerRoute, question } from './route.ts'
import { padded } from './slots.ts'

export const noSuchAgreement = (): HttpProblem =>
  new HttpProblem(404, 'no-such-agreement', 'No agreement of yours with this code was ever in force. Check the code.')

interface SaidBody extends Omit<Said, 'nonce'> {
  agreement: string
  nonce: string
}

const put =
  <E extends Endpoint>(questionOf: (body: BodyOf<E>) => Question) =>
  async ({ door, asker, parsed }: PartnerAsked<E>): Promise<string> => {
    const said = parsed.body as unknown as SaidBody
    const agreementDoor = await findDoor(door, asker, said.agreement)
    if (agreementDoor === undefined) throw noSuchAgreement()
    const asked = questionOf(parsed.body as unknown as BodyOf<E>)
    const answered = await ask(door, asker, { agreementDoor, question: asked, said })
    if (answered.kind === 'refused') throw refusalProblem(answered.term, answered.entryId)
    const known = await door.termsOf(asker.partner, agreementDoor)
    return padded(presentAnswer(door.settings.city.name, known, asked.name, answered))
  }

/** The questions, each an endpoint of its own. */
export const inquiryRoutes: readonly PartnerRoute[] = [
  question(askByIdentifier, put(byIdentifier)),
  question(askByNameAndBirthDate, put(byNameAndBirthDate)),
  question(askByIncident, put(byIncident)),
  question(askByAttribute, put(byAttribute)),
  question(askRecent, put(recent)),
  question(askFeed, put(feed)),
]
