import type { CookieSerializeOptions } from '@fastify/cookie'
import type { CitizenWebOptions } from '../house.ts'

export const SESSION_COOKIE = 'citizen_session'
/** Ties the forms of a person who has not signed in to their browser, against forged posts. */
export const ANONYMOUS_COOKIE = 'visit'
export const ELDER_COOKIE = 'elder'
/** Colours this reader chose; none for those of the device. */
export const THEME_COOKIE = 'theme'
/** The village, community or town somebody lives in, by its twelve digits. */
export const REGION_COOKIE = 'lives'
/** The account name just registered, for the page that says so. */
export const NEW_ACCOUNT_COOKIE = 'new_account'
/** This device is a self-service terminal (自助终端). */
export const KIOSK_COOKIE = 'kiosk'

const NEWS_SECONDS = 60
const YEAR_SECONDS = 365 * 24 * 3600

export function sessionCookie(options: CitizenWebOptions): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: options.secureCookies }
}

export function newsCookie(options: CitizenWebOptions): CookieSerializeOptions {
  return { ...sessionCookie(options), maxAge: NEWS_SECONDS }
}

export function preferenceCookie(options: CitizenWebOptions): CookieSerializeOptions {
  return { ...sessionCookie(options), maxAge: YEAR_SECONDS }
}
