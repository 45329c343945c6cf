const FRAME = 'print-file'

/** Prints one file without leaving the page; a browser that shows it in a program of its own opens it in a window instead. */
export function printFile(url: string): void {
  document.getElementById(FRAME)?.remove()
  const stood = document.activeElement
  const frame = document.createElement('iframe')
  frame.id = FRAME
  frame.className = 'visually-hidden'
  frame.tabIndex = -1
  frame.setAttribute('aria-hidden', 'true')
  frame.addEventListener('load', () => {
    try {
      frame.contentWindow!.focus()
      frame.contentWindow!.print()
    } catch {
      window.open(url, '_blank', 'noreferrer')
    }
    // The frame took the keyboard to print itself, and nobody could find it there.
    if (stood instanceof HTMLElement) stood.focus()
  })
  frame.src = url
  document.body.append(frame)
}
