import {
  createContext,
  useContext,
  useEffect,
  useRef,
  useState,
  type Dispatch,
  type SetStateAction,
} from 'react'
import { findKept, forget, keep } from './store.ts'

/** What a form is about, and whom to tell that something was found again. */
export interface KeptPlace {
  matter: string
  found: (at: number) => void
  /** When it was typed, once something was found. */
  since: number | undefined
  anew: () => void
}

/** Where what is typed below is kept; nothing is kept outside of one. */
export const KeptPlaceContext = createContext<KeptPlace | undefined>(undefined)

/** Lets go of whatever was typed here. */
export function useForget(): () => void {
  const place = useContext(KeptPlaceContext)
  return () => {
    if (place !== undefined) forget(place.matter)
  }
}

/**
 * A state that outlives the page: what was typed before is found again as long as the form still asks the same (`stamp`).
 * Nothing is written before somebody has changed something.
 */
export function useKept<Value>(
  part: string,
  stamp: string,
  start: () => Value,
): [Value, Dispatch<SetStateAction<Value>>] {
  const place = useContext(KeptPlaceContext)
  const [before] = useState(() => place && findKept<Value>(place.matter, part, stamp))
  const [value, setValue] = useState<Value>(() => (before === undefined ? start() : before.value))
  const [first] = useState(() => value)
  const touched = useRef(false)
  useEffect(() => {
    if (before !== undefined) place?.found(before.at)
    // Told once, when the form opens.
  }, [])
  useEffect(() => {
    touched.current ||= value !== first
    if (touched.current && place !== undefined) keep(place.matter, part, stamp, value)
  }, [value])
  return [value, setValue]
}
