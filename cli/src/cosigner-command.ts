import type { Command } from './command.ts'
import { cosignerUsage, runCosigner } from './cosigner/run-cosigner.ts'

export const cosignerCommand: Command = {
  summary: "confirm the log for one custodian, with that custodian's own key",
  usage: cosignerUsage,
  run: runCosigner,
}
