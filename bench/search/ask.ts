import http from 'node:http'

/** Reads addresses to the end, pages as well as data; any answer but a good one is an error of the run. */
export interface Asker {
  ask(path: string): Promise<void>
  text(path: string): Promise<string>
  close(): void
}

export function asker(port: number, connections: number): Asker {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections, maxFreeSockets: connections })
  const read = (path: string, take: (part: Buffer) => void) =>
    new Promise<void>((resolve, reject) => {
      const request = http.get({ host: '127.0.0.1', port, path, agent }, (response) => {
        response.on('data', take)
        response.on('error', reject)
        response.on('end', () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`${response.statusCode} ${path}`)),
        )
      })
      request.on('error', reject)
    })
  return {
    ask: (path) => read(path, () => {}),
    async text(path) {
      const parts: Buffer[] = []
      await read(path, (part) => parts.push(part))
      return Buffer.concat(parts).toString()
    },
    close: () => agent.destroy(),
  }
}
