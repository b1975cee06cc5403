import { arrestBases } from '@pars/domain'
import { z } from 'zod'
import {
  directFile,
  id,
  instant,
  officer,
  personDetails,
  policeCharge,
  policeChargeInput,
  presentedPerson,
  required,
  text,
  victimOrWitness,
} from '../shapes.ts'

const paper = {
  arrestedAt: instant,
  place: text(300),
  district: text(10),
  bookingSite: text(100),
  officers: z.array(officer).max(20),
  basis: z.enum(arrestBases),
  warrantNumber: text(60).nullable(),
  incidents: z.array(text(20)).max(50),
  otn: text(20).nullable(),
  narrative: text(20_000),
  domesticViolence: z.boolean(),
  directFile: directFile.nullable(),
  victimsAndWitnesses: z.array(victimOrWitness).max(50),
}

export const arrestReportInput = z
  .strictObject({
    intakeNumber: required(100),
    personId: id('per').nullable().default(null),
    person: personDetails,
    ...paper,
    charges: z.array(policeChargeInput).max(100),
  })
  .meta({ id: 'ArrestReport' })
export type ArrestReportInput = z.input<typeof arrestReportInput>

/** The report as it leaves. Narrative, victims and the last four digits are absent where the reader's seat may not see them. */
export const presentedReport = z
  .strictObject({
    intakeNumber: z.string(),
    personId: id('per'),
    person: presentedPerson,
    ...paper,
    charges: z.array(policeCharge),
    narrative: z.string().optional(),
    victimsAndWitnesses: z.array(victimOrWitness).optional(),
  })
  .meta({ id: 'PresentedReport' })
export type PresentedReport = z.infer<typeof presentedReport>
