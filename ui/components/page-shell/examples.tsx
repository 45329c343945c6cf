import type { Example } from '../example.ts'
import { PageShell, type Shell } from './page-shell.tsx'

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
    title: 'a guest',
    node: (
      <PageShell shell={shell}>
        <h1>正文</h1>
      </PageShell>
    ),
  },
  {
    title: 'signed in, with messages to open',
    node: (
      <PageShell shell={{ ...shell, signedInAs: '测*甲', unread: 3, current: 'messages' }}>
        <h1>正文</h1>
      </PageShell>
    ),
  },
  {
    title: 'signed in, elder mode, demo',
    node: (
      <PageShell
        shell={{ ...shell, elder: true, demo: true, signedInAs: '测*甲', unread: 120, current: 'matters' }}
      >
        <h1>正文</h1>
      </PageShell>
    ),
  },
  {
    title: 'self-service device',
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
