import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ArrestReportInput, createClient, exampleReport, ProblemError, reportArrest } from '@pars/contract'

export interface Sent {
  readonly report: ArrestReportInput
  readonly key: string
  /** The arrest that the server acknowledged; undefined while nobody knows. */
  arrestId: string | undefined
}

export interface Intake {
  /** Everything that was ever sent. */
  readonly sent: Sent[]
  /** Sends reports, several at once, until stopped. */
  start(): void
  stop(): Promise<void>
  /** Sends again what nobody knows of, under its own key, until each is acknowledged. */
  settle(): Promise<void>
}

const reportOf = (number: number, arrestedAt: string): ArrestReportInput => {
  const example = exampleReport as ArrestReportInput
  const [name] = example.person.names
  if (!name) throw new Error('the example names nobody')
  // Past in the city too, where an evening has another date than UTC.
  const offenseOn = new Date(Date.parse(arrestedAt) - 86_400_000).toISOString().slice(0, 10)
  return {
    ...example,
    intakeNumber: `KILL-${number}`,
    otn: `K${String(number).padStart(7, '0')}`,
    arrestedAt,
    person: { ...example.person, names: [{ ...name, last: `Kill${number}` }], policeNumber: null, ssn: null },
    charges: example.charges.map(charge => ({ ...charge, policeChargeId: null, offenseOn })),
  }
}

/** A police system that sends reports to a server that dies now and then. A refusal by rule throws: nothing here may be refused. */
export const makeIntake = (baseUrl: string, token: string, arrestedAt: string): Intake => {
  const client = createClient({ baseUrl, token })
  const sent: Sent[] = []
  const loops: Promise<void>[] = []
  let running = false

  const send = async (one: Sent): Promise<void> => {
    try {
      const done = await client.call(reportArrest, { body: one.report, idempotencyKey: one.key })
      if (one.arrestId !== undefined && one.arrestId !== done.arrestId)
        throw new Error(`${one.report.intakeNumber} became two arrests`)
      one.arrestId = done.arrestId
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status < 500) throw error
      if (error instanceof Error && error.message.includes('two arrests')) throw error
      await sleep(20)
    }
  }
  const loop = async (): Promise<void> => {
    while (running) {
      const one: Sent = { report: reportOf(sent.length + 1, arrestedAt), key: randomUUID(), arrestId: undefined }
      sent.push(one)
      await send(one)
    }
  }
  return {
    sent,
    start() {
      running = true
      for (let index = 0; index < 6; index++) loops.push(loop())
    },
    async stop() {
      running = false
      await Promise.all(loops.splice(0))
    },
    async settle() {
      for (let turn = 0; turn < 50; turn++) {
        const unknown = sent.filter(one => one.arrestId === undefined)
        if (unknown.length === 0) return
        for (const one of unknown) await send(one)
      }
      throw new Error('some reports were never acknowledged')
    },
  }
}
