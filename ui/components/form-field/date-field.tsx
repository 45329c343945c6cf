import type { VNode } from 'preact'
import { useContext } from 'preact/hooks'
import { DAY_BOXES, dayBox } from '../../form/decode.ts'
import { AtKiosk } from '../page-shell/kiosk.tsx'
import { ControlGroup, describedBy, type FieldFrame } from './field-shell.tsx'

const WORDS = { year: '年', month: '月', day: '日' } as const

/**
 * A day known by heart in three boxes: a phone's calendar opens at today, and a birth of 1957 would be seventy years of
 * scrolling. Days near today keep the browser's own calendar, which knows the weekday.
 */
export function DateField(
  props: FieldFrame & { name: string; value?: string; autocomplete?: 'bday' },
): VNode {
  const { name, value = '', autocomplete } = props
  const atKiosk = useContext(AtKiosk)
  const parts = /^(\d*)-(\d*)-(\d*)$/.exec(value)?.slice(1) ?? []
  return (
    <ControlGroup frame={props}>
      <div class="field-day">
        {DAY_BOXES.map((box, at) => (
          <label key={box} class={`field-day-${box}`}>
            <input
              class="field-input"
              id={`${props.id}-${box}`}
              name={dayBox(name, box)}
              type="text"
              inputMode="numeric"
              maxLength={box === 'year' ? 5 : 3}
              value={shown(parts[at] ?? '', box)}
              required={props.required}
              aria-describedby={describedBy(props)}
              aria-invalid={props.error === undefined ? undefined : true}
              {...filledBy(box, autocomplete, atKiosk)}
            />
            <span>{WORDS[box]}</span>
          </label>
        ))}
      </div>
    </ControlGroup>
  )
}

/** The browser may know the day; one that stands in public offers nobody's. */
function filledBy(box: (typeof DAY_BOXES)[number], autocomplete: 'bday' | undefined, atKiosk: boolean) {
  if (atKiosk) return { autocomplete: 'off' }
  return autocomplete === undefined ? {} : { autocomplete: `${autocomplete}-${box}` }
}

/** `03` is read as 3. */
function shown(part: string, box: (typeof DAY_BOXES)[number]): string {
  return box === 'year' ? part : part.replace(/^0(?=\d)/, '')
}
