#!/usr/bin/env node
import { EmbeddedPostgresError, SchemaProblem } from '@pars/database'
import { SettingsProblem } from '@pars/server'
import { CommandProblem } from './command.ts'
import { commands } from './commands.ts'

const help = (): string => {
  const width = Math.max(...Object.keys(commands).map(name => name.length))
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  return `Usage: pars COMMAND [OPTION ...]\n\n${lines.join('\n')}\n\nHelp on one command: pars COMMAND --help`
}

const isForPeople = (error: unknown): error is Error =>
  error instanceof CommandProblem ||
  error instanceof SettingsProblem ||
  error instanceof EmbeddedPostgresError ||
  error instanceof SchemaProblem ||
  // Of parseArgs: an option that the command does not have.
  (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))

const main = async ([name, ...args]: string[]): Promise<number> => {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    console.log(help())
    return name === undefined ? 2 : 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    console.error(`There is no command "${name}".\n\n${help()}`)
    return 2
  }
  if (args.includes('--help') || args.includes('-h')) {
    console.log(command.usage)
    return 0
  }
  try {
    return await command.run(args)
  } catch (error) {
    if (!isForPeople(error)) throw error
    console.error(error.message)
    return 2
  }
}

process.exitCode = await main(process.argv.slice(2))
