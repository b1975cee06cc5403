import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { contractWithoutSchemas } from './build/contract-without-schemas.ts'
import { publicSans } from './build/public-sans.ts'
import { savedVerifier } from './build/saved-verifier.ts'
import { usedCss } from './build/used-css.ts'

const server = 'http://localhost:7277'
const served = ['/api', '/sign-in', '/sign-out', '/oidc', '/log', '/public', '/healthz']

export default defineConfig({
  root: import.meta.dirname,
  plugins: [contractWithoutSchemas(), publicSans(), react(), savedVerifier()],
  css: { transformer: 'lightningcss', lightningcss: { visitor: usedCss(`${import.meta.dirname}/src`) } },
  // The policy `font-src 'self'` forbids data: fonts, so nothing is inlined.
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2022',
    // What others wrote changes seldom: in a file of its own a browser keeps it while the screens change.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'parts', test: /node_modules/ }] } } },
  },
  server: {
    port: 7278,
    proxy: Object.fromEntries(served.map(path => [path, { target: server, changeOrigin: false }])),
  },
})
