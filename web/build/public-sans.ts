import type { Plugin } from 'vite'

/** The design system's compiled style sheet is set in Source Sans and Merriweather; these screens are set in Public Sans. */
export const publicSans = (): Plugin => ({
  name: 'public-sans',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('uswds.min.css')
      ? code
          .replaceAll(/Source Sans Pro Web|Merriweather Web/g, 'Public Sans Web')
          .replaceAll('Georgia,Cambria,Times New Roman,Times,serif', 'Helvetica Neue,Helvetica,Roboto,Arial,sans-serif')
      : null,
})
