import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { readSettings } from '@pars/server'
import { type Command, CommandProblem } from './command.ts'
import { findWords } from './traces/find-words.ts'

const shortest = 4

const readWords = async (file: string | undefined): Promise<string[]> => {
  const given =
    file === undefined
      ? await text(process.stdin)
      : await readFile(file, 'utf8').catch(() => {
          throw new CommandProblem(`The file ${file} cannot be read: name a file with one string a line.`)
        })
  const words = [...new Set(given.split(/\r?\n/).filter(line => line.trim() !== ''))]
  if (words.length === 0)
    throw new CommandProblem('Give the strings to look for, one a line, by --words or on standard input.')
  if (words.some(word => Buffer.byteLength(word) < shortest))
    throw new CommandProblem(`A string of fewer than ${shortest} bytes is found everywhere: give longer ones.`)
  return words
}

/** What part of a home a file belongs to, in words. */
const partOf = (file: string): string => {
  if (/(^|\/)pg_wal\//.test(file)) return 'write-ahead log'
  if (/(^|\/)(base|global)\//.test(file)) return 'table or index'
  return 'file'
}

export const searchTracesCommand: Command = {
  summary: 'look for strings in the files of the database, byte by byte',
  usage: `Usage: pars search-traces [--words FILE] [--folder FOLDER] [--json]

After an expungement: reads every file of a home (tables, indexes, write-ahead log, diagnostics, registers) and says where any of
the given strings lies. Strings come from a file or from standard input, one a line, so that no list of processes shows them;
what is printed names them by their line, never by their text.
  --words   a file with the strings; without it standard input
  --folder  what to search; without it PARS_HOME (and a backup, a copy or PostgreSQL's own folder can be named)
  --json    one JSON object a line
It finds what stands as plain bytes. A long text that PostgreSQL compressed it does not see: that is found only while its row is
there, by the database. Write-ahead log and free space hold old bytes for a while: SECURITY.md says how long.
Exit code 0 when there is none; 1 when there is one; 2 when nothing could be searched.`,
  async run(args) {
    const { values } = parseArgs({
      args,
      options: { words: { type: 'string' }, folder: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
    const folder = resolve(values.folder ?? readSettings(process.env).home)
    if (!(await stat(folder).catch(() => undefined))?.isDirectory())
      throw new CommandProblem(`There is no folder ${folder}: name one with --folder, or set PARS_HOME.`)
    const words = await readWords(values.words)
    const seen = new Set<number>()
    for await (const { file, word, offset } of findWords(folder, words)) {
      seen.add(word)
      const line = word + 1
      if (values.json) console.log(JSON.stringify({ line, part: partOf(file), file, offset }))
      else console.log(`FOUND string ${line} in ${file} (${partOf(file)}) at byte ${offset}`)
    }
    if (!values.json)
      console.log(
        seen.size === 0
          ? `None of ${words.length} strings is there.`
          : `${seen.size} of ${words.length} strings are there.`,
      )
    return seen.size === 0 ? 0 : 1
  },
}
