/** A process as people are told it (办理流程): who does what, by when, and how it may end on the way. */
export interface Flow {
  /** Whoever applies: the first and the last lane. */
  applicant: string
  begin: string
  end: string
  steps: readonly FlowStep[]
}

export interface FlowStep {
  name: string
  /** Who does it: its lane. */
  role: string
  /** 当场, 2个工作日. */
  limit: string
  /** What is done in it, for those who read the chart as a list. */
  standard?: string
  exits: readonly FlowExit[]
  /** What the law may put in here (特别程序). */
  beside: readonly string[]
}

/** `return` comes back to the applicant and goes on; `refuse` ends it. */
export interface FlowExit {
  kind: 'return' | 'refuse'
  text: string
}

/** The chart in one sentence a line, for whoever does not see it. */
export function flowSentences({ begin, end, steps }: Flow): string[] {
  const lines = steps.map(({ name, role, limit, exits, beside }) => {
    const more = [...exits.map(({ text }) => text), ...(beside.length === 0 ? [] : [besideWords(beside)])]
    return `${name}，${role}，${limit}。${more.map((line) => `${line}。`).join('')}`
  })
  return [`${begin}。`, ...lines, `${end}。`]
}

export const besideWords = (beside: readonly string[]): string => `依法还可能有：${beside.join('、')}`
