import http from 'node:http'
import type { VNode } from 'preact'
import { renderPage } from '#ui/html.ts'
import { stylesheet } from '#ui/stylesheet.ts'

export interface Meanwhile {
  /** What is being done now; shown to whoever looks. */
  say(words: string): void
  close(): Promise<void>
}

/**
 * Whoever opens the address while the demo's past is still being lived reads how far it is, instead of finding nobody there. The
 * page asks again by itself and turns into the home page once the server is ready.
 */
export async function meanwhile(
  { host, port }: { host: string; port: number },
  areaName: string,
): Promise<Meanwhile> {
  let now = '正在准备'
  const css = stylesheet()
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === css.path) return answer(response, 200, 'text/css', css.text)
    if (pathname === '/healthz') return answer(response, 200, 'application/json', '{"status":"ok"}')
    if (pathname === '/readyz' || pathname.startsWith('/api/'))
      return answer(response, 503, 'application/problem+json', problem(now))
    answer(response, 503, 'text/html', renderPage(<Waiting areaName={areaName} now={now} css={css.path} />))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, resolve)
  })
  return {
    say: (words) => (now = words),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const AGAIN_SECONDS = 3

function answer(response: http.ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': "default-src 'none'; style-src 'self'; img-src data:",
    'cache-control': 'no-store',
    connection: 'close',
    ...(status === 503 ? { 'retry-after': String(AGAIN_SECONDS) } : {}),
  })
  response.end(body)
}

function problem(now: string): string {
  const detail = `演示数据正在准备，请稍后再试。${now}`
  return JSON.stringify({ type: 'about:blank', title: '正在准备', status: 503, code: 'not-ready', detail })
}

function Waiting({ areaName, now, css }: { areaName: string; now: string; css: string }): VNode {
  return (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="refresh" content={String(AGAIN_SECONDS)} />
        <title>{`正在准备演示 - ${areaName}政务服务`}</title>
        <link rel="stylesheet" href={css} />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <main class="page">
          <h1>正在准备演示数据</h1>
          <p>第一次启动要一两分钟：六十天里的办件正在一件一件地办。好了以后，这一页会自己打开首页。</p>
          <p role="status">{now}</p>
        </main>
      </body>
    </html>
  )
}
