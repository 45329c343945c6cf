import { fileSize } from '../../../format/quantity.ts'
import { uploadWords as words } from '../words.ts'
import { lineOf } from './line.ts'
import { mended } from './mended.ts'
import { giveUp, onIdle, send, stop, stoppedJobs, underWay, type Job } from './queue.ts'
import { hasRemovals, remove, settleRemovals } from './remove.ts'

/**
 * Sends each file as soon as it is chosen. The page is whole without it: the same choices stand in a form with a button.
 * `data-upload` is where a choice sends to, `data-files` the list of its paper, `data-uploads` the form that goes on.
 */
const status = document.getElementById('upload-status')
let held: { form: HTMLFormElement; by: HTMLElement | null } | undefined
let settled = false

if (status !== null) {
  document.documentElement.classList.add('uploads')
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === 'file') taken(target)
  })
  document.addEventListener('click', clicked)
  document.addEventListener('submit', submitted)
  onIdle(goOn)
  addEventListener('pageshow', () => (settled = false))
  addEventListener('beforeunload', (event) => {
    if (underWay() > 0) event.preventDefault()
  })
}

function clicked(event: MouseEvent): void {
  const { target } = event
  if (!(target instanceof Element)) return
  const line = target.closest('[data-drop]')?.closest('li')
  if (line) return takeOff(line)
  const link = target.closest('a')
  if (!link || !hasRemovals() || link.pathname === location.pathname) return
  // What is sent while a page goes away may be lost; here there is time.
  event.preventDefault()
  void settleRemovals().then(([kept]) =>
    kept === undefined ? location.assign(link.href) : say(words.notRemoved(kept)),
  )
}

function say(text: string): void {
  status!.textContent = text
}

/** The choice is emptied at once, so that the form does not send the same files once more. */
function taken(input: HTMLInputElement): void {
  const choice = input.closest<HTMLElement>('[data-upload]')
  if (!choice || !input.files) return
  for (const file of [...input.files]) begin(file, choice, input.form)
  input.value = ''
}

function begin(file: File, choice: HTMLElement, form: HTMLFormElement | null): void {
  const { upload = '', replaces } = choice.dataset
  const token = form?.querySelector<HTMLInputElement>('[name=csrf]')?.value ?? ''
  const old = replaces === undefined ? null : choice.closest<HTMLElement>('[data-file]')
  const job: Job = {
    ...{ file, to: upload, token, replaces, again: false, gone: new AbortController() },
    line: lineOf(file, () => {
      giveUp(job)
      choice.querySelector('input')?.focus()
    }),
    progress: (share) => job.line.progress(share),
    arrived(html) {
      const line = job.line.arrived(html)
      old?.remove()
      standsOnce(line)
      counted(line.closest('[data-paper]'))
      mended(line.closest('[data-paper]'))
      say(words.done(file.name))
    },
  }
  if (old) old.after(job.line.element)
  else choice.closest('[data-paper]')?.querySelector('[data-files]')?.append(job.line.element)
  const limit = Number(status!.dataset['limit'])
  if (file.size > limit) return stop(job, words.tooLarge(fileSize(limit)))
  if (file.size === 0) return stop(job, words.empty)
  send(job)
}

/** A file that had arrived before its answer was lost may stand there already. */
function standsOnce(line: HTMLElement): void {
  for (const other of document.querySelectorAll<HTMLElement>('[data-file]'))
    if (other !== line && other.dataset['file'] === line.dataset['file']) other.remove()
}

function takeOff(line: HTMLElement, form?: HTMLFormElement): void {
  const paper = line.closest('[data-paper]')
  remove(line, form, () => counted(paper))
}

/** The tag of a paper says whether something lies there. */
function counted(paper: Element | null): void {
  const count = paper?.querySelectorAll('[data-files] > [data-file]').length ?? 0
  for (const tag of paper?.querySelectorAll<HTMLElement>('[data-when]') ?? [])
    tag.hidden = (tag.dataset['when'] === 'some') !== count > 0
  const tag = paper?.querySelector('[data-when=some] > *')
  if (tag) tag.textContent = words.held(count)
}

/** Going on waits for what is on its way; a removal is told before. */
function submitted(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement
  const line = form.closest<HTMLElement>('[data-file]')
  if (form.hasAttribute('data-remove') && line) {
    event.preventDefault()
    return takeOff(line, form)
  }
  if (!form.hasAttribute('data-uploads') || settled) return
  if (underWay() === 0 && stoppedJobs().length === 0 && !hasRemovals()) return
  event.preventDefault()
  held = { form, by: event.submitter }
  if (underWay() > 0) say(words.goesOn(underWay()))
  else goOn()
}

function goOn(): void {
  if (held === undefined) return
  const { form, by } = held
  held = undefined
  const [first] = stoppedJobs()
  if (first !== undefined) {
    say(words.notAll(stoppedJobs().length))
    return first.line.element.querySelector('button')?.focus()
  }
  void settleRemovals().then(([kept]) => {
    if (kept !== undefined) return say(words.notRemoved(kept))
    settled = true
    form.requestSubmit(by)
  })
}
