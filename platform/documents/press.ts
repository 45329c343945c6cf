import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { Socket } from 'node:net'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Answer, Order, TypesetterSettings } from './typesetter.ts'

/** One typesetting process, started when first needed, and again after it died. */
export interface Press {
  print(order: Omit<Order, 'id'>): Promise<Answer>
  close(): Promise<void>
}

export interface PressTiming {
  /** How long one document may take. */
  timeoutMs: number
  /** After so long without work the process ends; it holds 150 to 240 MB and starts again in 0.2 s. */
  idleMs: number
}

interface Waiting {
  id: number
  resolve: (answer: Answer) => void
  reject: (reason: Error) => void
}

// Compiled images hold the same program as .js beside this file.
const PROGRAM = new URL(`./typesetter${extname(import.meta.url)}`, import.meta.url)

const NO_FONTS_OF_THE_MACHINE = new URL('./fonts.conf', import.meta.url)

export function openPress(settings: TypesetterSettings, timing: PressTiming): Press {
  let child: ChildProcess | undefined
  let waiting: Waiting | undefined
  let lastId = 0
  let closed = false
  let idleTimer: NodeJS.Timeout | undefined

  const retire = () => {
    const retired = child
    child = undefined
    retired?.kill()
  }

  const lose = (lost: ChildProcess, reason: string) => {
    // The end of a process already given up comes late, when its successor is at work.
    if (child !== lost) return
    child = undefined
    const lostOrder = waiting
    waiting = undefined
    lostOrder?.reject(new Error(reason))
  }

  const start = () => {
    const started = fork(PROGRAM, [JSON.stringify(settings)], {
      env: { FONTCONFIG_FILE: fileURLToPath(NO_FONTS_OF_THE_MACHINE) },
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    let lastWords = ''
    started.stderr?.on('data', (text: Buffer) => (lastWords = (lastWords + text).slice(-1000)))
    started.on('message', (answer: Answer) => {
      if (answer.id !== waiting?.id) return
      const done = waiting
      waiting = undefined
      letGo(started)
      idleTimer = setTimeout(retire, timing.idleMs).unref()
      done.resolve(answer)
    })
    started.on('error', (error) => lose(started, error.message))
    started.on('exit', (code, signal) => lose(started, `process ended (${signal ?? code}) ${lastWords}`))
    return started
  }

  return {
    async print(order) {
      if (closed) throw new Error('the renderer is closed')
      clearTimeout(idleTimer)
      child ??= start()
      const running = child
      const id = ++lastId
      const timer = setTimeout(() => {
        running.kill('SIGKILL')
        lose(running, `no answer within ${timing.timeoutMs} ms`)
      }, timing.timeoutMs)
      try {
        return await new Promise<Answer>((resolve, reject) => {
          waiting = { id, resolve, reject }
          running.ref()
          running.channel?.ref()
          running.send({ id, ...order }, (error) => error && lose(running, error.message))
        })
      } finally {
        clearTimeout(timer)
      }
    },
    async close() {
      closed = true
      clearTimeout(idleTimer)
      const ending = child
      if (ending === undefined) return
      const ended = new Promise((resolve) => ending.once('exit', resolve))
      ending.ref()
      ending.kill('SIGKILL')
      await ended
    },
  }
}

/** An idle typesetter must not keep a finished program alive. */
function letGo(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
  if (child.stderr instanceof Socket) child.stderr.unref()
}
