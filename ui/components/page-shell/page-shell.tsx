import type { ComponentChildren, VNode } from 'preact'
import type { ThemeName } from '../../tokens/colour.ts'
import { SearchBox } from '../search-box/search-box.tsx'
import { EndButton, IdleQuestion, KioskHead, WithKiosk, type KioskFrame } from './kiosk.tsx'

export interface Shell {
  /** Names the page first, then the place: screen readers and tabs read it before anything else. */
  title: string
  /** 博山区 …; the office before which the person stands. */
  placeName: string
  /** The path of this page, so that switching the elder mode comes back to it. */
  path: string
  elder: boolean
  /** Colours the reader chose; without it the device decides. */
  theme?: ThemeName
  stylesheet: string
  /** Name of the signed-in person, if any. */
  signedInAs?: string
  /** How many messages a signed-in person has not opened yet. */
  unread?: number
  csrfToken: string
  demo?: boolean
  /** Pages that open with their own large search box leave the small one out. */
  searchInHeader?: boolean
  search?: string
  current?: 'home' | 'matters' | 'messages' | 'query' | 'help' | 'areas'
  /** Where another area is chosen, and the address of this page with its area; only where one server has several. */
  areas?: string
  canonical?: string
  /** The page stands on a self-service device (自助终端). */
  kiosk?: KioskFrame
  /** Stands above a page nobody has published. */
  draft?: string
  /** Files that enhance this page, by path; whatever they do, the page can do without them. */
  scripts?: readonly string[]
}

/** A whole page: skip link, header, the one `main`, footer. Complete without JavaScript. */
export function PageShell({ shell, children }: { shell: Shell; children: ComponentChildren }): VNode {
  const { kiosk } = shell
  const modes = [...(shell.elder ? ['elder'] : []), ...(kiosk ? ['kiosk'] : [])].join(' ')
  return (
    <html lang="zh-CN" class={modes || undefined} data-theme={shell.theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <title>{`${shell.title} - ${shell.placeName}政务服务`}</title>
        <link rel="stylesheet" href={shell.stylesheet} />
        <link rel="icon" href="data:," />
        {shell.canonical && <link rel="canonical" href={shell.canonical} />}
        {kiosk && <KioskHead kiosk={kiosk} />}
        {shell.scripts?.map((path) => (
          <script key={path} defer src={path} />
        ))}
      </head>
      <body>
        <a class="skip-link" href="#main">
          跳到正文
        </a>
        {shell.demo && (
          <p class="demo-strip" role="note">
            演示环境，内容虚构，请勿填真实信息
          </p>
        )}
        {shell.draft !== undefined && (
          <p class="demo-strip draft-strip" role="note">
            {shell.draft}
          </p>
        )}
        <Header shell={shell} />
        <main id="main" class="page" tabIndex={-1}>
          <WithKiosk on={kiosk !== undefined}>{children}</WithKiosk>
        </main>
        {kiosk ? <IdleQuestion /> : <Footer shell={shell} />}
      </body>
    </html>
  )
}

function Header({ shell }: { shell: Shell }): VNode {
  return (
    <header class="site-header">
      <div class="site-header-row">
        <a class="site-name" href={shell.kiosk?.home ?? '/'}>
          <WindowMark />
          <span class="site-place">{shell.placeName}</span>
          <span class="site-kind">政务服务 一窗办</span>
        </a>
        {shell.kiosk === undefined && (
          <a class="display-link no-print" href={`/display?to=${encodeURIComponent(shell.path)}`}>
            显示设置
          </a>
        )}
        <ElderSwitch elder={shell.elder} path={shell.path} />
        {shell.kiosk && <EndButton kiosk={shell.kiosk} />}
      </div>
      <div class="site-header-row site-header-lower no-print">
        <nav aria-label="主要栏目">
          <ul class="site-nav">
            <NavLink href="/" current={shell.current === 'home'}>
              找事办事
            </NavLink>
            <NavLink href="/my" current={shell.current === 'matters'}>
              我的办件
            </NavLink>
            {shell.kiosk && (
              <NavLink href="/query" current={shell.current === 'query'}>
                查进度
              </NavLink>
            )}
            <NavLink href="/help" current={shell.current === 'help'}>
              帮助
            </NavLink>
            {shell.areas !== undefined && shell.kiosk === undefined && (
              <NavLink href={shell.areas} current={shell.current === 'areas'}>
                换地区
              </NavLink>
            )}
          </ul>
        </nav>
        <SignedIn shell={shell} />
        {shell.searchInHeader !== false && (
          <SearchBox size="small" value={shell.search ?? ''} id="header-search" />
        )}
      </div>
    </header>
  )
}

function NavLink({
  href,
  current,
  children,
}: {
  href: string
  current: boolean
  children: ComponentChildren
}): VNode {
  return (
    <li>
      <a href={href} aria-current={current ? 'page' : undefined}>
        {children}
      </a>
    </li>
  )
}

function SignedIn({ shell }: { shell: Shell }): VNode {
  if (shell.signedInAs === undefined) {
    return (
      <p class="site-account">
        <a href={`/sign-in?to=${encodeURIComponent(shell.path)}`}>登录</a>
      </p>
    )
  }
  return (
    <form class="site-account" method="post" action="/sign-out">
      <input type="hidden" name="csrf" value={shell.csrfToken} />
      <MessagesLink unread={shell.unread ?? 0} current={shell.current === 'messages'} />
      <span class="site-person">{shell.signedInAs}</span>
      {shell.kiosk === undefined && (
        <button class="plain-button" type="submit">
          退出
        </button>
      )}
    </form>
  )
}

/** The number is for the eye; whoever listens hears what it counts. */
function MessagesLink({ unread, current }: { unread: number; current: boolean }): VNode {
  return (
    <a class="site-messages" href="/my/messages" aria-current={current ? 'page' : undefined}>
      <span class="site-messages-word">消息</span>
      {unread > 0 && (
        <>
          <span class="site-unread" aria-hidden="true">
            {unread > 99 ? '99+' : String(unread)}
          </span>
          <span class="visually-hidden">{`，${unread > 99 ? '超过99' : unread}条未读`}</span>
        </>
      )}
    </a>
  )
}

/** A form, so that it also works on phones whose scripts never arrive. */
function ElderSwitch({ elder, path }: { elder: boolean; path: string }): VNode {
  return (
    <form class="elder-switch no-print" method="post" action="/elder">
      <input type="hidden" name="mode" value={elder ? 'off' : 'on'} />
      <input type="hidden" name="to" value={path} />
      <button type="submit">{elder ? '标准字' : '大字版'}</button>
    </form>
  )
}

function Footer({ shell }: { shell: Shell }): VNode {
  return (
    <footer class="site-footer">
      <div class="site-footer-inner">
        <p>
          不会用网、眼睛看不清、说不明白要办什么？到任何一个窗口都可以问，也可以拨打政务服务便民热线 12345。
        </p>
        <ul class="site-footer-links no-print">
          <li>
            <a href="/help">怎样使用本网站</a>
          </li>
          <li>
            <a href={`/display?to=${encodeURIComponent(shell.path)}`}>显示设置（字号、颜色）</a>
          </li>
          <li>
            <a href="/accessibility">无障碍和大字版说明</a>
          </li>
          <li>
            <a href="/query">不登录，查办件进度</a>
          </li>
          <li>
            <a href="/publicity">公示公告</a>
          </li>
          <li>
            <a href="/handbooks">事项清单和服务手册</a>
          </li>
          <li>
            <a href="/verify">查验证照文书真伪</a>
          </li>
        </ul>
        <p class="muted small">{`${shell.placeName}政务服务`}</p>
      </div>
    </footer>
  )
}

/** The office's mark: one window, one pane open. */
function WindowMark(): VNode {
  return (
    <svg class="site-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <rect x="2" y="2" width="28" height="28" rx="4" fill="var(--primary)" />
      <path d="M7 7h8v8H7zM17 17h8v8h-8zM7 17h8v8H7z" fill="var(--on-primary)" />
      <path d="M17 15V7l8-2v8z" fill="var(--focus)" />
    </svg>
  )
}
