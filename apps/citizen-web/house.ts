import type {} from '@fastify/multipart'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ServedArea } from '#platform/http/area.ts'
import type { CitizenServices, PageRefusal, Visitor } from '#capabilities/portal/contract.ts'
import type { Stylesheet } from '#ui/stylesheet.ts'
import type { ThemeName } from '#ui/tokens/colour.ts'

/** The same matter in the portal of another area. */
export interface Elsewhere {
  area: string
  title: string
  href: string
}

export interface CitizenWebOptions {
  /** 博山区: stands in the header and in every title. */
  areaName: string
  /** Where one server has portals of several areas: which one this is, all of them, and where else a page is found. */
  area?: string
  areas?: readonly ServedArea[]
  elsewhere?(path: string): Promise<Elsewhere[]>
  /** Says on every page that people and papers are invented. */
  demo: boolean
  /** Cookies only over HTTPS; false only where the server itself is reached by plain HTTP. */
  secureCookies: boolean
  /** Largest file in bytes, said beside every upload. */
  fileLimit: number
  /** Where our own pages live, `https://host`: forms posted from elsewhere are turned away. */
  publicOrigin: string
}

/** What every route of the citizens' web needs. */
export interface House {
  services: CitizenServices
  options: CitizenWebOptions
  css: Stylesheet
  enter(request: Asked, reply: FastifyReply): Promise<Visit>
}

/** What a page needs of a request, whatever the parameters of its route. */
export type Asked = Pick<FastifyRequest, 'method' | 'url' | 'cookies' | 'body' | 'isMultipart' | 'parts'>

/** One person looking at one page. */
export interface Visit {
  house: House
  visitor: Visitor
  elder: boolean
  /** Colours this reader chose instead of the device's. */
  theme?: ThemeName
  /** Where the reader said to live. */
  region?: string
  /** The account name this reader has just registered. */
  newAccount?: string
  /** On a self-service device (自助终端). */
  kiosk: boolean
  /** Path with query of this page, to come back to. */
  path: string
  /** What stands above a page that is not published: it has no scripts, and what one does on it is nowhere kept. */
  draft?: string
}

export function isRefused(value: unknown): value is PageRefusal {
  return typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true
}
