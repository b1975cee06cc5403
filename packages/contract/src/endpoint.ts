import { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT'
type Shape = z.ZodObject | z.ZodUndefined

/** One endpoint of the wire: what goes in, what comes out, who may, which refusals, and an example that a test runs. */
export interface Endpoint<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends Shape = Shape,
  Answer extends z.ZodType = z.ZodType,
> {
  /** The permission in the who-may table, or 'open' where nobody needs to be signed in. */
  readonly permission: string
  readonly name: string
  readonly method: Method
  /** With parameters in braces, OpenAPI's way: `/api/arrests/{arrestId}`. */
  readonly path: string
  readonly summary: string
  readonly tag: string
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly answer: Answer
  readonly status: 200 | 201
  /** Refusals by rule that this endpoint can answer, beyond permission and shape. */
  readonly refusals: readonly string[]
  /** The version that the caller has seen must be sent as If-Match. */
  readonly ifMatch: boolean
  /** The answer's version comes back as ETag, for the If-Match of what follows. */
  readonly etag: boolean
  /** Looking writes an entry (R14): a caller asks when a person asks, never by itself. */
  readonly journaled: boolean
  /** Something else than JSON comes back, for example a PDF or an event stream. */
  readonly produces: string
  readonly example?: unknown
}

interface Definition<P extends z.ZodObject, Q extends z.ZodObject, B extends Shape, A extends z.ZodType> {
  name: string
  permission: string
  method: Method
  path: string
  summary: string
  tag: string
  params?: P
  query?: Q
  body?: B
  answer: A
  status?: 200 | 201
  refusals?: readonly string[]
  ifMatch?: boolean
  etag?: boolean
  journaled?: boolean
  produces?: string
  example?: unknown
}

const none = z.strictObject({})

export const endpoint = <
  P extends z.ZodObject = typeof none,
  Q extends z.ZodObject = typeof none,
  B extends Shape = z.ZodUndefined,
  A extends z.ZodType = z.ZodType,
>(
  definition: Definition<P, Q, B, A>,
): Endpoint<P, Q, B, A> => ({
  ...definition,
  params: (definition.params ?? none) as P,
  query: (definition.query ?? none) as Q,
  body: (definition.body ?? z.undefined()) as B,
  status: definition.status ?? 200,
  refusals: definition.refusals ?? [],
  ifMatch: definition.ifMatch ?? false,
  etag: definition.etag ?? false,
  journaled: definition.journaled ?? false,
  produces: definition.produces ?? 'application/json',
})

export type ParamsOf<E> = E extends Endpoint<infer P, z.ZodObject, Shape, z.ZodType> ? z.infer<P> : never
export type QueryOf<E> = E extends Endpoint<z.ZodObject, infer Q, Shape, z.ZodType> ? z.input<Q> : never
export type BodyOf<E> = E extends Endpoint<z.ZodObject, z.ZodObject, infer B, z.ZodType> ? z.infer<B> : never
export type AnswerOf<E> = E extends Endpoint<z.ZodObject, z.ZodObject, Shape, infer A> ? z.infer<A> : never
