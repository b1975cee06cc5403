import {
  type AnswerOf,
  listAgreements,
  listPartners,
  listSeatKeys,
  viewAgreement,
  viewPartner,
  viewResolution,
  viewVersion,
} from '@pars/contract'
import type { Caller } from '../caller.ts'
import { CommandProblem } from '../command.ts'
import type { Given } from './subcommand.ts'

export type Agreement = AnswerOf<typeof viewAgreement>
export type Version = AnswerOf<typeof viewVersion>
export type Resolution = AnswerOf<typeof viewResolution>

/** Who looks, where nobody is named: counsel sees every agreement and votes on none. */
export const reader = (given: Given): string => textOf(given, 'as') ?? 'city-solicitor'

export const textOf = ({ values }: Given, option: string): string | undefined => {
  const value = values[option]
  return typeof value === 'string' && value !== '' ? value : undefined
}
export const neededText = (given: Given, option: string): string => {
  const value = textOf(given, option)
  if (value === undefined) throw new CommandProblem(`Give --${option}.`)
  return value
}
export const neededPlace = ({ positionals }: Given, index: number, what: string): string => {
  const value = positionals[index]
  if (value === undefined) throw new CommandProblem(`Name ${what}.`)
  return value
}

export const findAgreement = async (caller: Caller, as: string, code: string): Promise<Agreement> => {
  const { agreements } = await caller.call(as, listAgreements)
  const line = agreements.find(one => one.code === code)
  if (!line) throw new CommandProblem(`There is no agreement "${code}": "pars agreement list" shows what there is.`)
  return caller.call(as, viewAgreement, { params: { agreementId: line.agreementId } })
}

export const findVersion = async (
  caller: Caller,
  as: string,
  { agreementId, version }: { agreementId: string; version: number },
): Promise<Version> => caller.call(as, viewVersion, { params: { agreementId, version } })

/** A version by its number, else the one that is in force, else the newest on file. */
export const chooseVersion = ({ versions, version, code }: Agreement, given: string | undefined): number => {
  const number = given === undefined ? (version ?? versions[0]?.version) : Number(given)
  if (number !== undefined && versions.some(one => one.version === number)) return number
  throw new CommandProblem(`${code} has no version "${given}": it has ${versions.map(one => one.version).join(', ')}.`)
}

/** A resolution by its code, which begins with the agreement's. */
export const findResolution = async (caller: Caller, as: string, code: string): Promise<Resolution> => {
  const agreementCode = /^(.+)-r\d+$/.exec(code)?.[1]
  if (agreementCode === undefined)
    throw new CommandProblem(`"${code}" is no code of a resolution, such as removal-2017-r1.`)
  const { resolutions } = await findAgreement(caller, as, agreementCode)
  const line = resolutions.find(one => one.code === code)
  if (!line)
    throw new CommandProblem(`There is no resolution "${code}": "pars agreement show ${agreementCode}" lists them.`)
  return caller.call(as, viewResolution, { params: { resolutionId: line.resolutionId } })
}

export const findPartner = async (caller: Caller, as: string, code: string) => {
  const { partners } = await caller.call(as, listPartners)
  const line = partners.find(one => one.code === code)
  if (!line)
    throw new CommandProblem(
      `There is no partner "${code}": there are ${partners.map(one => one.code).join(', ') || 'none'}.`,
    )
  return caller.call(as, viewPartner, { params: { partnerId: line.partnerId } })
}

/** Whose key it is; undefined where it is not registered. */
export const findKeyOwner = async (caller: Caller, as: string, keyId: string) =>
  (await caller.call(as, listSeatKeys)).keys.find(key => key.keyId === keyId)
