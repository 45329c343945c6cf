import type { ComponentChildren, VNode } from 'preact'
import {
  Breadcrumb,
  ErrorSummary,
  NoticeBox,
  PageShell,
  type Problem,
  type Shell,
} from '#ui/components/index.ts'
import { mendWords } from '#ui/components/error-summary/words.ts'
import { suggestScript } from '#ui/components/search-box/suggest-script.ts'
import type { Visit } from './house.ts'
import { idleScript } from './pages/kiosk/idle-script.ts'
import { keepScript } from './pages/offline/keep-script.ts'

export interface LayoutProps {
  visit: Visit
  /** Names the page; stands first in the window's title. */
  title: string
  trail?: readonly { text: string; href: string }[]
  problems?: readonly Problem[]
  shell?: Partial<Shell>
  children: ComponentChildren
}

const KIOSK = { script: idleScript.path, end: '/kiosk/end', home: '/kiosk' }

/** The frame around each page: shell, the way back up, what has to be mended, the page itself. */
export function Layout({ visit, title, trail, problems = [], shell, children }: LayoutProps): VNode {
  const { options, css } = visit.house
  const { citizen, csrfToken } = visit.visitor
  const full: Shell = {
    title: problems.length > 0 ? `${mendWords.title}${title}` : title,
    placeName: options.areaName,
    path: visit.path,
    elder: visit.elder,
    ...(visit.theme === undefined ? {} : { theme: visit.theme }),
    stylesheet: css.path,
    csrfToken,
    demo: options.demo,
    ...(citizen === undefined ? {} : { signedInAs: citizen.displayName, unread: citizen.unread ?? 0 }),
    ...(visit.kiosk ? { kiosk: KIOSK } : {}),
    ...shell,
    ...(options.area === undefined ? {} : { areas: '/areas', canonical: addressOf(options, visit.path) }),
    ...(visit.draft === undefined ? {} : { draft: visit.draft }),
    scripts:
      visit.draft !== undefined
        ? []
        : [suggestScript.path, ...(visit.kiosk ? [] : [keepScript.path]), ...(shell?.scripts ?? [])],
  }
  return (
    <PageShell shell={full}>
      {trail !== undefined && <Breadcrumb trail={trail} />}
      <ErrorSummary problems={problems} />
      {citizen !== undefined && isNew(visit.path) && (
        <div class="registered">
          <NoticeBox tone="good" title={`注册好了，${citizen.displayName}`} live>
            <p>
              {visit.newAccount === undefined
                ? '您已经登录。以后用身份证号或者手机号，加上密码登录。'
                : `您已经登录。以后用身份证号、手机号或者账号名“${visit.newAccount}”，加上密码登录。`}
            </p>
          </NoticeBox>
        </div>
      )}
      {children}
    </PageShell>
  )
}

/** The whole address of a page. One server may have this path in several areas; a link that is passed on has to say which. */
export function addressOf({ publicOrigin, area }: Visit['house']['options'], path: string): string {
  const url = new URL(path, publicOrigin === '' ? 'http://localhost' : publicOrigin)
  if (area !== undefined) url.searchParams.set('area', area)
  return publicOrigin === '' ? url.pathname + url.search : url.href
}

/** Behind the address of the page that follows on registering. */
export const REGISTERED = 'registered=1'

const isNew = (path: string): boolean => (path.split('?')[1] ?? '').split('&').includes(REGISTERED)

export function CsrfField({ visit }: { visit: Visit }): VNode {
  return <input type="hidden" name="csrf" value={visit.visitor.csrfToken} />
}

export const homeTrail = [{ text: '首页', href: '/' }] as const
export const mattersTrail = [...homeTrail, { text: '我的办件', href: '/my' }] as const
