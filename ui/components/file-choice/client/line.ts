import { fileSize } from '../../../format/quantity.ts'
import { uploadWords as words } from '../words.ts'
import { preview } from './preview.ts'

/** What a file on its way shows: its picture, its progress, and a way out. */
export interface Line {
  element: HTMLLIElement
  say(text: string): void
  progress(share: number): void
  /** It stopped: to be sent again, where that can help, or given up. */
  stop(text: string, again?: () => void): void
  /** The line of the file that has arrived stands in its place. */
  arrived(html: string): HTMLElement
}

export function lineOf(file: File, giveUp: () => void): Line {
  const element = document.createElement('li')
  element.className = 'upload-line upload-sending'
  const name = add(element, 'span', 'upload-name')
  const said = add(name, 'span', 'upload-words')
  add(said, 'span').textContent = file.name
  add(said, 'span', 'muted small').textContent = fileSize(file.size)
  const state = add(element, 'span', 'upload-state')
  const bar = add(element, 'progress')
  bar.max = 1
  bar.value = 0
  bar.setAttribute('aria-label', file.name)
  const acts = add(element, 'span', 'upload-acts')
  const say = (text: string) => (state.textContent = text)
  act(acts, words.cancel, file.name, giveUp)
  const seen = preview(file).then((found) => {
    name.prepend(...found)
    return found
  })
  say(words.waiting)
  return {
    element,
    say,
    progress(share) {
      bar.value = share
      say(share < 1 ? words.sending(Math.floor(share * 100)) : words.checking)
    },
    stop(text, again) {
      say(text)
      element.classList.add('upload-stopped')
      bar.hidden = true
      if (!again) return
      const retry = act(acts, words.retry, file.name, () => {
        retry.remove()
        element.classList.remove('upload-stopped')
        bar.hidden = false
        say(words.waiting)
        again()
      })
      acts.prepend(retry)
    },
    arrived(html) {
      const box = document.createElement('template')
      // Our own server's line, made by the component that draws it when the page is opened again.
      box.innerHTML = html
      const line = box.content.firstElementChild as HTMLElement
      element.replaceWith(line)
      void seen.then((found) => line.querySelector('.upload-name')?.prepend(...found))
      return line
    },
  }
}

/** A button that says to which file it belongs. */
export function act(place: Element, text: string, name: string, press: () => void): HTMLButtonElement {
  const button = add(place, 'button', 'plain-button')
  button.type = 'button'
  button.textContent = text
  add(button, 'span', 'visually-hidden').textContent = name
  button.addEventListener('click', press)
  return button
}

export function add<K extends keyof HTMLElementTagNameMap>(
  place: Element,
  tag: K,
  looks = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  made.className = looks
  place.append(made)
  return made
}
