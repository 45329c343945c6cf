import type { Content } from './content.ts'
import type { MediaType } from './media-type.ts'
import { zipEntries } from './zip-directory.ts'

/**
 * The port to whatever looks for harm in files. Throwing means "could not look": the file stays in
 * quarantine.
 */
export interface FileScanner {
  scan(content: Content, mediaType: MediaType): Promise<ScanVerdict>
}

export type ScanVerdict = 'clean' | { rejected: string }

/** What can be told without a virus scanner: the test pattern, macros, and PDFs that run something. */
export const builtInScanner: FileScanner = {
  async scan(content, mediaType) {
    const patterns = mediaType === 'application/pdf' ? [...ANYWHERE, ...PDF_ACTIVE] : ANYWHERE
    const found = await firstMatch(content, patterns)
    if (found) return { rejected: found.pattern }
    if (mediaType.startsWith('application/') && mediaType !== 'application/pdf') {
      const entries = (await zipEntries(content)) ?? []
      if (entries.some((entry) => MACRO.test(entry.name))) return { rejected: 'macro' }
      if (entries.some((entry) => PROGRAM.test(entry.name))) return { rejected: 'program-inside' }
    }
    return 'clean'
  },
}

/** Asks each in turn; the first objection counts. */
export function allScanners(...scanners: readonly FileScanner[]): FileScanner {
  return {
    async scan(content, mediaType) {
      for (const scanner of scanners) {
        const verdict = await scanner.scan(content, mediaType)
        if (verdict !== 'clean') return verdict
      }
      return 'clean'
    },
  }
}

interface Pattern {
  pattern: string
  bytes: Buffer
}

// Written in two parts, so that no scanner on the way takes this source file for the test virus.
const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
  'latin1',
)

const ANYWHERE: readonly Pattern[] = [{ pattern: 'eicar-test-file', bytes: EICAR }]
const PDF_ACTIVE: readonly Pattern[] = [
  { pattern: 'pdf-script', bytes: Buffer.from('/JavaScript') },
  { pattern: 'pdf-launch', bytes: Buffer.from('/Launch') },
]
const MACRO = /(^|\/)vba(Project|Data)|(^|\/)macros?\/|activeX\//i
const PROGRAM = /\.(exe|dll|scr|com|bat|cmd|ps1|vbs|js|jse|wsf|hta|jar|msi|lnk|sh|html?|svg)$/i

async function firstMatch(content: Content, patterns: readonly Pattern[]): Promise<Pattern | null> {
  const overlap = Math.max(...patterns.map(({ bytes }) => bytes.length)) - 1
  let before: Buffer = Buffer.alloc(0)
  for await (const chunk of content.stream()) {
    const window = Buffer.concat([before, chunk])
    const found = patterns.find(({ bytes }) => window.includes(bytes))
    if (found) return found
    before = window.subarray(Math.max(0, window.length - overlap))
  }
  return null
}
