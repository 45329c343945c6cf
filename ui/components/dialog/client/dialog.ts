/** Opens the dialog a link names instead of going to the page behind it; focus, Escape and the way back are the browser's own. */
document.addEventListener('click', (event) => {
  const { target } = event
  if (!(target instanceof Element)) return
  if (target instanceof HTMLDialogElement) {
    // Only what lies beside the dialog hits the element itself, apart from its margin of padding.
    if (beside(target, event)) target.close()
    return
  }
  const link = target.closest<HTMLAnchorElement>('a[data-dialog]')
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return
  const dialog = document.getElementById(link.dataset['dialog']!)
  if (!(dialog instanceof HTMLDialogElement)) return
  event.preventDefault()
  dialog.showModal()
})

function beside(dialog: HTMLDialogElement, { clientX: x, clientY: y }: MouseEvent): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect()
  return x < left || x > right || y < top || y > bottom
}
