import { Outlet, useLocation } from '@tanstack/react-router'
import { Shell } from './shell.tsx'

const isConsole = (path: string): boolean => path === '/partner' || path.startsWith('/partner/')

/** The custodians' screens stand in their frame; a partner's console is a house of its own. */
export const Frame = () => {
  const { pathname } = useLocation()
  return isConsole(pathname) ? <Outlet /> : <Shell />
}
