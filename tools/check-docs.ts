import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { endpoints, partnerEndpoints } from '@pars/contract'
import { commands } from '../cli/src/commands.ts'
import { listFiles, projectFolder, readSource, report } from './source-files.ts'

const scripts = Object.keys((JSON.parse(readSource('package.json')) as { scripts: object }).scripts)
const files = new Set(listFiles())
const tracked = [...files]
const roots = ['packages', 'database', 'server', 'web', 'cli', 'city', 'tools', 'docs', '.ci']

const isPath = (text: string): boolean => roots.some(root => text.startsWith(`${root}/`))
const exists = (path: string): boolean => {
  const clean = path.replace(/\/$/, '')
  if (files.has(clean) || tracked.some(file => file.startsWith(`${clean}/`))) return true
  if (!clean.includes('*')) return false
  const pattern = new RegExp(`^${clean.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`)
  return tracked.some(file => pattern.test(file))
}

/** Addresses that are no endpoint of the contract. */
const otherAddresses = [
  '/log',
  '/public',
  '/sign-in',
  '/sign-out',
  '/oidc',
  '/board',
  '/booking',
  '/charging',
  '/court',
  '/arrests',
  '/hearings',
  '/people',
  '/release',
  '/search',
]
const isAddress = (path: string): boolean => {
  const wanted = path.replace(/[?#].*$/, '').replace(/\{\w+\}/g, '{}')
  return (
    [...endpoints, ...partnerEndpoints].some(endpoint => endpoint.path.replace(/\{\w+\}/g, '{}') === wanted) ||
    wanted === '/api'
  )
}

const checkCode = (file: string, code: string): string[] => {
  const script = /^npm (?:run )?([a-z:]+)/.exec(code)
  const known = ['ci', 'install', 'run']
  const npm = script?.[1] && code.startsWith('npm') && !known.includes(script[1]) && !scripts.includes(script[1])
  const pars = /^(?:npx )?pars ([a-z-]+)/.exec(code)?.[1]
  return [
    ...(npm ? [`${file} names \`npm run ${script[1]}\`, which package.json does not have.`] : []),
    ...(pars && !Object.hasOwn(commands, pars)
      ? [`${file} names \`pars ${pars}\`, which there is no command for.`]
      : []),
    ...(isPath(code) && !/[\s…<]/.test(code) && !exists(code)
      ? [`${file} names \`${code}\`, which does not exist.`]
      : []),
    ...(/^(GET |POST |PUT )?\/api(\/|$)/.test(code) && !/[…*]/.test(code) && !isAddress(code.replace(/^[A-Z]+ /, ''))
      ? [`${file} names \`${code}\`, which is no endpoint.`]
      : []),
  ]
}

const checkLinks = (file: string, text: string): string[] =>
  [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map(match => match[1] ?? '')
    .filter(target => !/^[a-z]+:/.test(target) && !otherAddresses.some(address => target.startsWith(address)))
    .filter(target => !existsSync(join(projectFolder, normalize(join(dirname(file), target)))))
    .map(target => `${file} links to ${target}, which does not exist.`)

const withoutBlocks = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '')

const checkDocument = (file: string): string[] => {
  const text = readSource(file)
  const inline = [...withoutBlocks(text).matchAll(/`([^`\n]+)`/g)].map(match => match[1] ?? '')
  const blocks = [...text.matchAll(/^```(?:sh|bash|console)\n([\s\S]*?)^```/gm)].flatMap(match =>
    (match[1] ?? '').split('\n').flatMap(line => line.replace(/^\$ /, '').split(' && ')),
  )
  return [...[...inline, ...blocks].flatMap(code => checkCode(file, code.trim())), ...checkLinks(file, text)]
}

report('documents', [...new Set(tracked.filter(file => file.endsWith('.md')).flatMap(checkDocument))])
