import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin, type Rollup } from 'vite'
import { verifierWords } from '../src/words/verifier.ts'

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** A page that needs nothing beside itself: its policy lets exactly this script and this style run, and no network be asked. */
const savedPage = (script: string, style: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}">
<title>${verifierWords.title} | PARS</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${verifierWords.title}</h1>
<div data-verifier></div>
</main>
<script>${script}</script>
</body>
</html>
`

const pageStyle = `body{margin:0;font:1rem/1.5 system-ui,sans-serif;color:#1b1b1b;background:#fff}
main{max-width:44rem;margin:1.5rem auto;padding:0 1rem}
`

const bundle = async (entry: string): Promise<string> => {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'ParsVerifier' },
    },
  })) as Rollup.RollupOutput[]
  const [chunk] = (Array.isArray(built) ? built : [built]).flatMap(({ output }) => output)
  if (chunk?.type !== 'chunk') throw new Error('the verifier gave no script')
  // A script that holds the end of its own element would be cut there.
  return chunk.code.replaceAll('</', '<\\/')
}

/** Builds the page that checks packages: script and style as files for the served page, and all in one as a page to be saved. */
export const savedVerifier = (): Plugin => ({
  name: 'saved-verifier',
  apply: 'build',
  async generateBundle() {
    const folder = join(import.meta.dirname, '../src/verifier')
    const script = await bundle(join(folder, 'main.ts'))
    const style = readFileSync(join(folder, 'verifier.css'), 'utf8')
    const files = {
      'verifier.js': script,
      'verifier.css': style,
      'pars-verifier.html': savedPage(script, pageStyle + style),
    }
    for (const [fileName, source] of Object.entries(files)) this.emitFile({ type: 'asset', fileName, source })
  },
})
