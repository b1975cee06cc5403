/** A request as RFC 9421 sees it. */
export interface SignedRequest {
  readonly method: string
  /** Scheme, authority, path and query, exactly as sent. */
  readonly targetUri: string
  /** The one value of a field, by its lower-case name; undefined where it is absent or there are several. */
  readonly field: (name: string) => string | undefined
}

interface Target {
  readonly scheme: string
  readonly authority: string
  readonly path: string
  /** With its question mark; `?` alone where there is none (RFC 9421 section 2.2.7). */
  readonly query: string
}

const targetOf = (uri: string): Target => {
  const match = /^(https?):\/\/([^/?#\s]+)(\/[^?#\s]*)?(\?[^#\s]*)?$/i.exec(uri)
  if (!match) throw new RangeError('not the absolute address of a request')
  const scheme = (match[1] ?? '').toLowerCase()
  const standardPort = scheme === 'https' ? /:443$/ : /:80$/
  return {
    scheme,
    authority: (match[2] ?? '').toLowerCase().replace(standardPort, ''),
    path: match[3] ?? '/',
    query: match[4] ?? '?',
  }
}

const derived: Record<string, (request: SignedRequest, target: Target) => string> = {
  '@method': ({ method }) => method,
  '@target-uri': ({ targetUri }) => targetUri,
  '@scheme': (_, { scheme }) => scheme,
  '@authority': (_, { authority }) => authority,
  '@path': (_, { path }) => path,
  '@query': (_, { query }) => query,
  '@request-target': (_, { path, query }) => (query === '?' ? path : path + query),
}

const componentValue = (request: SignedRequest, target: Target, component: string): string | undefined => {
  if (component.startsWith('@')) return derived[component]?.(request, target)
  // A line break inside a value could write a line of its own into the base.
  const value = request.field(component)?.trim()
  return value === undefined || /[\r\n]/.test(value) ? undefined : value
}

/**
 * The signature base of RFC 9421 section 2.5. `parameters` is the canonical text of the inner list, components and parameters.
 * Undefined where a component is unknown or the request does not have it.
 */
export const signatureBase = (
  request: SignedRequest,
  components: readonly string[],
  parameters: string,
): string | undefined => {
  const target = targetOf(request.targetUri)
  const lines: string[] = []
  for (const component of components) {
    const value = componentValue(request, target, component)
    if (value === undefined) return undefined
    lines.push(`"${component}": ${value}`)
  }
  return [...lines, `"@signature-params": ${parameters}`].join('\n')
}
