/** The part of JSON Schema 2020-12 that the published schema uses. */
export interface JsonSchema {
  $schema?: string
  $id?: string
  $comment?: string
  $defs?: Record<string, JsonSchema>
  $ref?: string
  title?: string
  description?: string
  type?: 'object' | 'array' | 'string' | 'integer' | 'boolean' | 'null'
  const?: string | number | boolean
  enum?: readonly string[]
  required?: readonly string[]
  properties?: Record<string, JsonSchema>
  additionalProperties?: false
  items?: JsonSchema
  minItems?: number
  maxItems?: number
  uniqueItems?: true
  contains?: JsonSchema
  minContains?: number
  maxContains?: number
  minimum?: number
  maximum?: number
  pattern?: string
  anyOf?: readonly JsonSchema[]
  allOf?: readonly JsonSchema[]
  not?: JsonSchema
}
