import type { FastifyReply, FastifyRequest } from 'fastify'

const plainName = 'pars_partner_sign_in'
/** The prefix makes browsers refuse the cookie from anything but https. */
const secureName = '__Secure-pars_partner_sign_in'

export const readPartnerCookie = (request: FastifyRequest): string | undefined =>
  request.cookies[secureName] ?? request.cookies[plainName]

/** Sent to the partner door and nowhere else of this site; ends with the browser. */
const settings = (secure: boolean) => ({ path: '/api/partner', httpOnly: true, sameSite: 'strict', secure }) as const

/** `value` says the partner's role and the token: by which door it is asked, and the 256 bits that only its holder has. */
export const setPartnerCookie = (reply: FastifyReply, value: string, secure: boolean): void => {
  reply.setCookie(secure ? secureName : plainName, value, settings(secure))
}

export const clearPartnerCookie = (reply: FastifyReply, secure: boolean): void => {
  reply.clearCookie(secure ? secureName : plainName, settings(secure))
}
