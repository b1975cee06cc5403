export * from './agreements/endpoints.ts'
export * from './agreements/package.ts'
export * from './agreements/views.ts'
export { type ArrestReportInput, arrestReportInput, type PresentedReport } from './arrests/arrest-report.ts'
export * from './arrests/endpoints.ts'
export { exampleReport } from './arrests/example.ts'
export type { ArrestRecord, CustodyView, DocketView } from './arrests/record.ts'
export * from './audit/endpoints.ts'
export * from './bail/endpoints.ts'
export * from './board/endpoints.ts'
export * from './charging/endpoints.ts'
export * from './client.ts'
export * from './court/endpoints.ts'
export * from './custody/endpoints.ts'
export * from './endpoint.ts'
export { endpoints } from './endpoints.ts'
export * from './notices/endpoints.ts'
export * from './orders/endpoints.ts'
export {
  type DisseminationNotice,
  type ExportedAnswer,
  type FieldClassName,
  type InquiryAnswer,
  inquiryAnswer,
  membersOfClass,
  noRecord,
  type PartnerRow,
  partnerRow,
} from './partner/answer.ts'
export * from './partner/endpoints.ts'
export * from './partner/signature-base.ts'
export * from './partner/signed-client.ts'
export * from './partners/endpoints.ts'
export * from './partners/views.ts'
export { type Problem, problem } from './problem.ts'
export * from './reference/endpoints.ts'
export * from './resolutions/endpoints.ts'
export * from './seat-keys/endpoints.ts'
export { access, receipt } from './shapes.ts'
export * from './staff/endpoints.ts'
export * from './system/endpoints.ts'
