/**
 * Something the person who installs can put right: a wrong setting, a folder without permission, a database of
 * another version. It is told as one sentence in each language, without a stack trace.
 */
export class StartupProblem extends Error {
  override name = 'StartupProblem'
  readonly chinese: string
  readonly english: string
  readonly exitCode: number

  constructor(chinese: string, english: string, options: { exitCode?: number; cause?: unknown } = {}) {
    super(`${chinese}\n${english}`, { cause: options.cause })
    this.chinese = chinese
    this.english = english
    this.exitCode = options.exitCode ?? 1
  }
}
