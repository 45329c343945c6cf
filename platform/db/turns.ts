/** Lets so many works run at once and keeps the others in line; who waits longer than `waitMs` is told so. */
export function turns(most: number, waitMs: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = most
  const line: (() => void)[] = []

  const turn = (): Promise<void> => {
    if (free > 0) {
      free -= 1
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const begin = () => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        line.splice(line.indexOf(begin), 1)
        // In the driver's words, so that it is answered like a connection that did not come.
        reject(new Error('timeout exceeded when trying to connect'))
      }, waitMs)
      line.push(begin)
    })
  }

  return async (work) => {
    await turn()
    try {
      return await work()
    } finally {
      const next = line.shift()
      if (next === undefined) free += 1
      else next()
    }
  }
}
