import { Agent, request } from 'node:http'

/** A process of its own that holds many board streams open and reads them: `node open-streams.ts URL COUNT`. Prints "open" once all are. */
const [url = '', count = '1'] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
let open = 0
for (let index = 0; index < Number(count); index++) {
  const asked = request(url, { agent, headers: { accept: 'text/event-stream' } }, answer => {
    answer.resume()
    open++
    if (open === Number(count)) console.log('open')
  })
  asked.on('error', error => {
    console.error(`a stream broke: ${error.message}`)
    process.exit(1)
  })
  asked.end()
}
process.stdin.resume()
process.stdin.once('end', () => process.exit(0))
