import { bondPaper, complaintPaper, type Problem, ProblemError } from '@pars/contract'
import { type ReadPdf, readPdf } from './read-pdf.ts'
import type { TestServer } from './start-test-server.ts'

interface Printed {
  readonly pdf: ReadPdf
  readonly headers: Headers
}

const fetchPaper = async (server: TestServer, subject: string | null, path: string): Promise<Printed> => {
  const token = subject === null ? undefined : await server.tokenOf(subject)
  const response = await fetch(server.baseUrl + path, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  })
  if (!response.ok) throw new ProblemError((await response.json()) as Problem)
  return { pdf: await readPdf(new Uint8Array(await response.arrayBuffer())), headers: response.headers }
}

/** Prints as somebody; null is a visitor. A problem is thrown as the typed client throws it. */
export const printer = (server: TestServer) => ({
  complaint: (subject: string | null, complaintId: string) =>
    fetchPaper(server, subject, complaintPaper.path.replace('{complaintId}', complaintId)),
  bond: (subject: string | null, docketId: string) =>
    fetchPaper(server, subject, bondPaper.path.replace('{docketId}', docketId)),
})
