import { signatureWords as words } from '../words.ts'

/** Black on white whatever the colours of the page: the picture is printed. */
const INK = '#000'
const PAPER = '#fff'
const PEN_WIDTH = 3
/** Enough for paper at the width of a signature, and a few kilobytes. */
const SHARPNESS = 2

for (const pad of document.querySelectorAll<HTMLElement>('[data-signature]')) lay(pad)

function lay(pad: HTMLElement): void {
  const canvas = pad.querySelector('canvas')!
  const said = pad.querySelector('[role=status]')!
  const pen = canvas.getContext('2d')
  const input = document.getElementById(pad.dataset['signature']!)
  if (!pen || !(input instanceof HTMLInputElement)) return
  document.documentElement.classList.add('signs')
  let written = false

  const clear = () => {
    written = false
    canvas.width = canvas.clientWidth * SHARPNESS
    canvas.height = canvas.clientHeight * SHARPNESS
    pen.fillStyle = PAPER
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.scale(SHARPNESS, SHARPNESS)
    Object.assign(pen, { strokeStyle: INK, lineWidth: PEN_WIDTH, lineCap: 'round', lineJoin: 'round' })
    canvas.setAttribute('aria-label', canvas.dataset['empty']!)
    said.textContent = ''
  }
  clear()

  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId)
    if (!written) canvas.setAttribute('aria-label', canvas.dataset['written']!)
    written = true
    pen.beginPath()
    // A dot is a stroke too.
    pen.moveTo(event.offsetX, event.offsetY)
    draw(event)
  })
  canvas.addEventListener('pointermove', (event) => {
    if (canvas.hasPointerCapture(event.pointerId)) draw(event)
  })
  const draw = ({ offsetX, offsetY }: PointerEvent) => {
    pen.lineTo(offsetX, offsetY)
    pen.stroke()
  }

  pad.querySelector('[data-clear]')!.addEventListener('click', clear)
  pad.querySelector('[data-take]')!.addEventListener('click', () => {
    if (!written) return void (said.textContent = words.nothing)
    canvas.toBlob((picture) => {
      if (!picture) return
      const files = new DataTransfer()
      files.items.add(new File([picture], words.fileName, { type: 'image/png' }))
      input.files = files.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
      clear()
      said.textContent = words.taken
    }, 'image/png')
  })
}
