/** The same file, shown by the browser instead of saved; the server does so for PDFs and pictures only. */
export function inline(url: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}inline=1`
}
