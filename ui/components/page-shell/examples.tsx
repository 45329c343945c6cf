import type { Example, Usage } from '../example.ts'
import { PageShell, type Shell } from './page-shell.tsx'

export const usage: Usage = {
  title: '页面外壳',
  when: '每一页都用：跳到正文、页眉、正文、页脚。',
  whenNot: '大厅屏幕和打印文书另有版面。',
  whole: true,
}

const shell: Shell = {
  title: '示例页',
  placeName: '示例县',
  path: '/',
  elder: false,
  stylesheet: '/assets/ui.css',
  csrfToken: 'token',
}

/** Whole pages: these are not put into a frame of their own. */
export const examples: Example[] = [
  {
    title: '没有登录',
    node: (
      <PageShell shell={shell}>
        <h1>正文</h1>
      </PageShell>
    ),
  },
  {
    title: '已登录，有未读消息',
    node: (
      <PageShell shell={{ ...shell, signedInAs: '测*甲', unread: 3, current: 'messages' }}>
        <h1>正文</h1>
      </PageShell>
    ),
  },
  {
    title: '已登录，大字，演示',
    node: (
      <PageShell
        shell={{ ...shell, elder: true, demo: true, signedInAs: '测*甲', unread: 120, current: 'matters' }}
      >
        <h1>正文</h1>
      </PageShell>
    ),
  },
  {
    title: '自助终端',
    node: (
      <PageShell
        shell={{
          ...shell,
          kiosk: { script: '/kiosk.js', end: '/kiosk/end', home: '/kiosk' },
          signedInAs: '测*甲',
        }}
      >
        <h1>正文</h1>
      </PageShell>
    ),
  },
]
