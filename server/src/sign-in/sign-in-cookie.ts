import type { FastifyReply, FastifyRequest } from 'fastify'

const plainName = 'pars_sign_in'
/** The prefix makes browsers refuse the cookie from anything but this host over https. */
const secureName = '__Host-pars_sign_in'

export const readSignInCookie = (request: FastifyRequest): string | undefined =>
  request.cookies[secureName] ?? request.cookies[plainName]

/** Ends with the browser; another site's page never sends it. */
const settings = (secure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'strict', secure }) as const

export const setSignInCookie = (reply: FastifyReply, token: string, secure: boolean): void => {
  reply.setCookie(secure ? secureName : plainName, token, settings(secure))
}

export const clearSignInCookie = (reply: FastifyReply, secure: boolean): void => {
  reply.clearCookie(secure ? secureName : plainName, settings(secure))
}
