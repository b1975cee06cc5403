import type { AgreementKeeper } from '../agreements/keep-agreements.ts'
import type { Site } from '../agreements/site.ts'
import type { Auditor } from '../audit/auditor.ts'
import type { LiveBoard } from '../board/live-board.ts'
import type { EndingRegister } from '../orders/ending-register.ts'
import { agreementRoutes } from './agreements.ts'
import { arrestRoutes } from './arrests.ts'
import { auditRoutes } from './audits.ts'
import { boardRoutes } from './board.ts'
import { chargingRoutes } from './charging.ts'
import { courtRoutes } from './court.ts'
import { custodyRoutes } from './custody.ts'
import { orderRoutes } from './orders.ts'
import { paperRoutes } from './papers.ts'
import { partnerRoutes } from './partners.ts'
import { referenceRoutes } from './reference.ts'
import type { Route } from './route.ts'
import { staffRoutes } from './staff.ts'
import { type SystemParts, systemRoutes } from './system.ts'

/** Every route of the staff door, by noun. */
export const allRoutes = (
  parts: SystemParts,
  {
    board,
    site,
    keeper,
    register,
    auditor,
  }: { board: LiveBoard; site: Site; keeper: AgreementKeeper; register: EndingRegister; auditor: Auditor },
): Route[] => [
  ...agreementRoutes(site, keeper.nudge),
  ...arrestRoutes,
  ...auditRoutes(auditor),
  ...boardRoutes(board),
  ...chargingRoutes,
  ...courtRoutes,
  ...custodyRoutes,
  ...orderRoutes(register),
  ...paperRoutes,
  ...partnerRoutes,
  ...referenceRoutes,
  ...staffRoutes,
  ...systemRoutes(parts),
]
