export interface Download {
  mediaType: string
  fileName: string
  size: number
}

const SHOWN_INLINE = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp'])

/**
 * The headers under which an uploaded or generated file leaves the server. It is saved and never shown in the
 * browser, unless the route asks for it and the type is a PDF or a picture.
 */
export function downloadHeaders(
  download: Download,
  options: { inline?: boolean } = {},
): Record<string, string> {
  const inline = options.inline === true && SHOWN_INLINE.has(download.mediaType)
  return {
    'content-type': download.mediaType,
    'content-length': String(download.size),
    'content-disposition': `${inline ? 'inline' : 'attachment'}; ${fileNameParameters(download.fileName)}`,
    'x-content-type-options': 'nosniff',
    // `sandbox` would also stop the browser's own PDF viewer, so only what is saved gets it.
    'content-security-policy': inline
      ? "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
      : "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
  }
}

/** The name for old programs in ASCII, and the real one as RFC 8187 writes it. */
function fileNameParameters(fileName: string): string {
  const name = fileName.toWellFormed().replace(UNSAFE_IN_NAMES, '_').slice(0, 150).toWellFormed() || 'file'
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/[%;]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `filename="${ascii}"; filename*=UTF-8''${encoded}`
}

// Control signs, what file systems refuse, and the signs that turn the direction of writing (`fdp.exe` read
// as `exe.pdf`).
const UNSAFE_IN_NAMES = /[\p{Cc}"\\/:*?<>|\u202a-\u202e\u2066-\u2069]/gu
