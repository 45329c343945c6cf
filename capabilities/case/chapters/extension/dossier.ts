import type { LegalDay } from '#engine/day.ts'
import type { Sealed, StepMark } from '../../model/step-mark.ts'

export const EXTENSION_CODES = ['complex', 'checking', 'consulting', 'other'] as const
export type ExtensionCode = (typeof EXTENSION_CODES)[number]

/** Why in a word; it stands in the clock's own sentence, so it names nobody. */
export const EXTENSION_REASONS: Readonly<Record<ExtensionCode, string>> = {
  complex: '情况复杂',
  checking: '需要进一步核实',
  consulting: '需要征求有关部门意见',
  other: '其他特殊原因',
}

/** The head of the body that decides, or of the government where bodies act together. */
export type Head = 'head' | 'government-head'

/** The one extension of the limit to decide (延长期限, 行政许可法第四十二条). */
export interface Extension {
  /** Waits for the head; gone once answered. */
  proposed?: {
    amount: number
    code: ExtensionCode
    text: Sealed
    /** Whose word it waits for. */
    head: Head
    by: StepMark
  }
  /** What the head said no to, the last one. */
  refused?: { reason: Sealed; by: StepMark }
  granted?: {
    amount: number
    code: ExtensionCode
    text: Sealed
    /** The last day of the law before and after. */
    before: LegalDay
    after: LegalDay
    /** By the head of the government, where bodies act together. */
    joint: boolean
    by: StepMark
  }
}
