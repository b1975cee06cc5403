import { agreementCommand } from './agreement-command.ts'
import { appointCommand } from './appoint-command.ts'
import { appointCosignerCommand } from './appoint-cosigner-command.ts'
import { auditCommand } from './audit-command.ts'
import { backupCommand } from './backup-command.ts'
import { cityCommand } from './city-command.ts'
import type { Command } from './command.ts'
import { cosignerCommand } from './cosigner-command.ts'
import { importCommand } from './import-command.ts'
import { keysCommand } from './keys-command.ts'
import { migrateCommand } from './migrate-command.ts'
import { packageCommand } from './package-command.ts'
import { partnerDoorCommand } from './partner-door-command.ts'
import { replayCommand } from './replay-command.ts'
import { searchTracesCommand } from './search-traces-command.ts'
import { serveCommand } from './serve-command.ts'
import { storyCommand } from './story-command.ts'
import { tokenCommand } from './token-command.ts'
import { verifyCommand } from './verify-command.ts'
import { verifyLogCommand } from './verify-log-command.ts'

/** Every command by its name, in the order of the help. */
export const commands: Readonly<Record<string, Command>> = {
  serve: serveCommand,
  token: tokenCommand,
  city: cityCommand,
  'partner-door': partnerDoorCommand,
  cosigner: cosignerCommand,
  replay: replayCommand,
  import: importCommand,
  agreement: agreementCommand,
  story: storyCommand,
  'verify-log': verifyLogCommand,
  package: packageCommand,
  verify: verifyCommand,
  'search-traces': searchTracesCommand,
  audit: auditCommand,
  backup: backupCommand,
  keys: keysCommand,
  migrate: migrateCommand,
  appoint: appointCommand,
  'appoint-cosigner': appointCosignerCommand,
}
