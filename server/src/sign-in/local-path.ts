/**
 * Where to go after signing in: a path of this site, or `/` for anything else. Browsers read `//host`, `/\host` and paths with
 * control characters in them as other sites.
 */
export const localPath = (to: string | undefined): string => {
  if (to === undefined || to.length > 2000 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(to)) return '/'
  const here = 'http://here.invalid'
  if (!URL.canParse(to, here)) return '/'
  const url = new URL(to, here)
  return url.origin === here && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}${url.hash}` : '/'
}
