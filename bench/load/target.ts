import type { NewCase } from '../work.ts'
import type { Send } from './client.ts'

/** What a finished case must look like, whichever target kept it. */
export interface WholeCase {
  state: string
  auditRows: number
}

/** How the loader speaks to a target: the six steps and the read, each one request. */
export interface Officer {
  create(asked: NewCase): Promise<string>
  step(id: string, index: number, asked: NewCase): Promise<void>
  read(id: string, asked: NewCase): Promise<WholeCase>
}

/** A target that serves HTTP. */
export interface ServedTarget {
  name: string
  port: number
  pid: number
  open(send: Send): Promise<Officer>
  /** Waits until work done behind the requests (deliveries) is done too, so that its cost is counted. */
  settled(): Promise<void>
  stop(): Promise<void>
}
