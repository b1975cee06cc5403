import type { Client } from 'pg'

export const cloneDatabase = (client: Client, name: string, template: string) =>
  client.query(`create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(template)}`)

export const dropDatabase = (client: Client, name: string) =>
  client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`)
